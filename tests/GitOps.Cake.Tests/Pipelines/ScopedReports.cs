using Cake.Frosting;
using GitOps.Cake.GitHub;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>What a team of three scopes makes of the ready-made tasks.</summary>
public static class ScopedReports
{
    [TaskName("GitOpsReports"), IsDependentOn(typeof(HelmfileDiff)), IsDependentOn(typeof(ReportCheck)), IsDependentOn(typeof(CommentOnPullRequest))]
    public sealed class Reports : FrostingTask<ThreeScopes>;

    [TaskName("GitOpsDeployed"), IsDependentOn(typeof(HelmfileApply)), IsDependentOn(typeof(ReportDeployment))]
    public sealed class Deployed : FrostingTask<ThreeScopes>;

    /// <summary>A check of the team's own, for each scope.</summary>
    [TaskName("GitOpsTeamCheck"), IsDependentOn(typeof(HelmfileDiff))]
    public sealed class TeamCheck : ReportCheckTask<ThreeScopes>
    {
        protected override CheckSettings Settings(ThreeScopes context)
        {
            ArgumentNullException.ThrowIfNull(context);
            var plan = context.Result<Plans.Plan>();
            return new() { Name = $"team/{context.Scope.Name}", Title = plan.Environment, Conclusion = CheckConclusion.Neutral };
        }
    }

    /// <summary>A check of the team's own, about the run.</summary>
    [TaskName("GitOpsOneCheck"), IsDependentOn(typeof(HelmfileDiff))]
    public sealed class OneCheck : ReportCheckTask<ThreeScopes>
    {
        protected override CheckSettings Settings(ThreeScopes context)
        {
            ArgumentNullException.ThrowIfNull(context);
            return new() { Name = "team", Title = $"{context.Session.Results<Plans.Plan>().Length} plans", Conclusion = CheckConclusion.Neutral };
        }
    }
}
