using Cake.Core;

namespace Cake.Frosting.Sample;

public sealed class SampleTaskLifetime : FrostingTaskLifetime<SampleContext>
{
    public override void Setup(SampleContext context, ITaskSetupContext info) =>
        context.Say($"before {info.Task.Name}");

    public override void Teardown(SampleContext context, ITaskTeardownContext info) =>
        context.Say($"after {info.Task.Name}, skipped: {info.Skipped}, successful: {info.Successful}");
}
