namespace Cake.Frosting.Sample;

/// <summary>Tasks that depend on each other.</summary>
public static class Chain
{
    [TaskName("Default"), TaskDescription("What runs without a target"), IsDependentOn(typeof(Last))]
    public sealed class Everything : FrostingTask;

    [TaskDescription("Runs first")]
    public sealed class First : FrostingTask<SampleContext>
    {
        public override void Run(SampleContext context) => context.Say("ran First");
    }

    [IsDependentOn(typeof(First))]
    public sealed class Last : AsyncFrostingTask<SampleContext>
    {
        public override async Task RunAsync(SampleContext context)
        {
            await Task.Yield();
            context.Say("ran Last");
        }
    }

    [IsDependentOn(typeof(First))]
    public sealed class Other : FrostingTask<SampleContext>
    {
        public override void Run(SampleContext context) => context.Say("ran Other");
    }

    internal sealed class Hidden : FrostingTask;
}
