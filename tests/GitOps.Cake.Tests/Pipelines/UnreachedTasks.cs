using Cake.Core;
using Cake.Frosting;
using GitOps.Cake.GitHub;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>Builds of a team's own whose reports come after what fails.</summary>
public static class UnreachedTasks
{
    /// <summary>A program of the team's own that fails.</summary>
    [TaskName("TeamBreaks")]
    public sealed class Breaks : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new InvalidOperationException("the disk is full\nand the password is hunter2");
    }

    /// <summary>A deployment by the team's own program, announced before and told after it.</summary>
    [TaskName("TeamTold"), IsDependentOn(typeof(TeamTasks.Announce)), IsDependentOn(typeof(Breaks))]
    public sealed class Told : ReportDeploymentTask<BenchContext>
    {
        protected override DeploymentSettings Settings(BenchContext context) => new() { Environment = "default", State = DeploymentState.Success };
    }

    /// <summary>The same, but nobody announced it.</summary>
    [TaskName("TeamUnannounced"), IsDependentOn(typeof(Breaks))]
    public sealed class Unannounced : ReportDeploymentTask<BenchContext>
    {
        protected override DeploymentSettings Settings(BenchContext context) => new() { Environment = "default", State = DeploymentState.Success };
    }

    /// <summary>An apply with what the team checks after it, then its report.</summary>
    [TaskName("GitOpsVerified"), IsDependentOn(typeof(HelmfileApply)), IsDependentOn(typeof(Breaks)), IsDependentOn(typeof(ReportDeployment))]
    public sealed class Verified : FrostingTask<BenchContext>;

    /// <summary>Something before the apply that fails.</summary>
    [TaskName("GitOpsNeverApplied"), IsDependentOn(typeof(Breaks)), IsDependentOn(typeof(HelmfileApply)), IsDependentOn(typeof(ReportDeployment))]
    public sealed class NeverApplied : FrostingTask<BenchContext>;

    /// <summary>A comparison with a check of the team's own between it and the comment.</summary>
    [TaskName("GitOpsObjected"), IsDependentOn(typeof(HelmfileDiff)), IsDependentOn(typeof(Breaks)), IsDependentOn(typeof(ReportCheck)), IsDependentOn(typeof(CommentOnPullRequest))]
    public sealed class Objected : FrostingTask<BenchContext>;

    /// <summary>Something before the comparison that fails.</summary>
    [TaskName("GitOpsNeverCompared"), IsDependentOn(typeof(Breaks)), IsDependentOn(typeof(HelmfileDiff)), IsDependentOn(typeof(CommentOnPullRequest))]
    public sealed class NeverCompared : FrostingTask<BenchContext>;

    /// <summary>What a README shows: a target of the team's own over a ready-made task.</summary>
    [TaskName("GitOpsUmbrella"), IsDependentOn(typeof(HelmfileApply)), ReportStatus("deploy/umbrella")]
    public sealed class Umbrella : FrostingTask<BenchContext>;

    /// <summary>A status that is pending while the team's own program runs.</summary>
    [TaskName("TeamPending")]
    public sealed class Pending : SetCommitStatusTask<BenchContext>
    {
        protected override CommitStatusSettings Settings(BenchContext context) => new() { State = CommitState.Pending, Context = "team/own" };
    }

    [TaskName("TeamDone"), IsDependentOn(typeof(Pending)), IsDependentOn(typeof(Breaks))]
    public sealed class Done : SetCommitStatusTask<BenchContext>
    {
        protected override CommitStatusSettings Settings(BenchContext context) => new() { State = CommitState.Success, Context = "team/own" };
    }
}
