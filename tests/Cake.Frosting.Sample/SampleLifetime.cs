using Cake.Core;

namespace Cake.Frosting.Sample;

public sealed class SampleLifetime : FrostingLifetime<SampleContext>
{
    public override void Setup(SampleContext context, ISetupContext info)
    {
        context.Say($"setup of {info.TargetTask.Name}: {string.Join(", ", info.TasksToExecute.Select(task => task.Name))}");
        context.FailIn("setup", 8);
    }

    public override void Teardown(SampleContext context, ITeardownContext info)
    {
        context.Say($"teardown, successful: {info.Successful}, thrown: {info.ThrownException?.Message}");
        context.FailIn("teardown", 7);
    }
}
