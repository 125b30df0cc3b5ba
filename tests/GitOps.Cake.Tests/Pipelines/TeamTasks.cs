using Cake.Frosting;
using GitOps.Cake.GitHub;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>Tasks of a team's own, of kinds that this library knows nothing of.</summary>
public static class TeamTasks
{
    [TaskName("TeamDeploy"), ReportStatus("deploy/staging")]
    public sealed class Deploy : FrostingTask<BenchContext>;

    [TaskName("TeamSkipped"), ReportStatus("deploy/skipped")]
    public sealed class Skipped : FrostingTask<BenchContext>
    {
        public override bool ShouldRun(BenchContext context) => false;
    }

    [TaskName("TeamAll"), IsDependentOn(typeof(Skipped)), IsDependentOn(typeof(Deploy))]
    public sealed class All : FrostingTask<BenchContext>;

    [TaskName("TeamFails"), ReportStatus("deploy/production")]
    public sealed class Fails : AsyncFrostingTask<BenchContext>
    {
        public override Task RunAsync(BenchContext context) => throw new InvalidOperationException("the disk is full\nand more");
    }

    [TaskName("TeamNameless"), ReportStatus("")]
    public sealed class Nameless : FrostingTask<BenchContext>;

    [TaskName("TeamTimesOut"), ReportStatus("deploy/slow")]
    public sealed class TimesOut : AsyncFrostingTask<BenchContext>
    {
        public override Task RunAsync(BenchContext context) => throw new TimeoutException("The rollout took longer than 5 min.");
    }

    /// <summary>A comparison that is shown without a pipeline.</summary>
    [TaskName("GitOpsShown"), IsDependentOn(typeof(HelmfileDiff)), IsDependentOn(typeof(CommentOnPullRequest))]
    public sealed class Shown : FrostingTask<BenchContext>;

    [TaskName("HelmfileApplyApproved")]
    public sealed class ApplyApproved : HelmfileApplyTask<BenchContext>
    {
        protected override bool RequiresApproval(BenchContext context) => true;
    }
}
