using Cake.Frosting;
using GitOps.Cake.GitHub;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Reports;

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

    /// <summary>An apply that is reported as a deployment without a pipeline.</summary>
    [TaskName("GitOpsDeployed"), IsDependentOn(typeof(HelmfileApply)), IsDependentOn(typeof(ReportDeployment))]
    public sealed class Deployed : FrostingTask<BenchContext>;

    [TaskName("GitOpsSynced"), IsDependentOn(typeof(HelmfileSync)), IsDependentOn(typeof(ReportDeployment))]
    public sealed class Synced : FrostingTask<BenchContext>;

    [TaskName("GitOpsDestroyed"), IsDependentOn(typeof(HelmfileDestroy)), IsDependentOn(typeof(ReportDeployment))]
    public sealed class Destroyed : FrostingTask<BenchContext>;

    /// <summary>A deployment that the team reports under a name of its own.</summary>
    [TaskName("TeamReport"), IsDependentOn(typeof(HelmfileApply))]
    public sealed class Report : ReportDeploymentTask<BenchContext>
    {
        protected override string Environment(BenchContext context, HelmfileScope scope) => "customers";

        protected override DeploymentSettings Settings(BenchContext context) =>
            new() { Environment = "customers", State = context.Result<ApplyReport>().Succeeded ? DeploymentState.Success : DeploymentState.Failure };
    }

    [TaskName("GitOpsNamed"), IsDependentOn(typeof(Report))]
    public sealed class Named : FrostingTask<BenchContext>;

    /// <summary>A deployment that is announced before the team's own programs make it.</summary>
    [TaskName("TeamAnnounce")]
    public sealed class Announce : ReportDeploymentTask<BenchContext>
    {
        protected override DeploymentSettings Settings(BenchContext context) => new() { Environment = "default", State = DeploymentState.InProgress };
    }

    [TaskName("TeamTries")]
    public sealed class Tries : FrostingTask<BenchContext>
    {
        public override void Run(BenchContext context) => context.Session.Publish(GetType(), new ApplyReport { DryRun = true, Plan = new() { Scope = "web", Environment = "default" } });
    }

    [TaskName("TeamTriedOut"), IsDependentOn(typeof(Tries)), IsDependentOn(typeof(ReportDeployment))]
    public sealed class TriedOut : FrostingTask<BenchContext>;

    [TaskName("HelmfileApplyApproved")]
    public sealed class ApplyApproved : HelmfileApplyTask<BenchContext>
    {
        protected override bool RequiresApproval(BenchContext context) => true;
    }
}
