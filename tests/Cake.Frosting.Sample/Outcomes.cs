using Cake.Core;

namespace Cake.Frosting.Sample;

/// <summary>Tasks that do not simply succeed.</summary>
public static class Outcomes
{
    public sealed class Fails : FrostingTask<SampleContext>
    {
        public override void Run(SampleContext context) => throw new CakeException(42, "It broke.");
    }

    [ContinueOnError]
    public sealed class FailsSoftly : FrostingTask<SampleContext>
    {
        public override void Run(SampleContext context) => throw new CakeException(42, "Nobody reads this.");
    }

    public sealed class Skips : FrostingTask<SampleContext>, IFrostingTask
    {
        public string SkippedMessage => "it is Sunday";

        public override bool ShouldRun(SampleContext context) => false;

        public override void Run(SampleContext context) => context.Say("ran Skips");
    }
}
