using Cake.Frosting;
using GitOps.Cake.GitHub.Statuses;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;

namespace GitOps.Cake.GitHub;

/// <summary>Reports the plan that a task of this run published as a check: the totals, and the whole plan below.</summary>
[TaskName("ReportCheck")]
[TaskDescription("Reports the plan of this run as a check on GitHub.")]
public sealed class ReportCheck : ReportCheckTask<IGitOpsContext>
{
    /// <inheritdoc/>
    protected override CheckSettings Settings(IGitOpsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var plan = context.Session.Result<Plan>();
        return new()
        {
            Name = StatusName.Of("gitops/check", plan.Scope),
            Conclusion = plan.IsPartial ? CheckConclusion.Failure : CheckConclusion.Success,
            Title = plan.ToSummary(),
            Summary = plan.ToSummary(),
            Text = plan.ToMarkdown(),
            Annotations = ProblemAnnotations.Of(plan, context.Session.Workspace),
        };
    }
}
