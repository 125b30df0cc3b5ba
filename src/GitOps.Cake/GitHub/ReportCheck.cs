using System.Collections.Immutable;
using Cake.Frosting;
using GitOps.Cake.GitHub.Checks;
using GitOps.Cake.GitHub.Statuses;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Scopes;

namespace GitOps.Cake.GitHub;

/// <summary>Reports the plans that a task of this run published as checks, <c>gitops/check/SCOPE</c>, or as one: the totals, and the whole below.</summary>
[TaskName("ReportCheck")]
[TaskDescription("Reports the plans of this run as checks on GitHub.")]
public sealed class ReportCheck : ReportCheckTask<IGitOpsContext>
{
    private const string Kind = "gitops/check";

    // Each scope has a plan of its own, unless one check tells of all.
    private protected override void ReadSettings(IGitOpsContext context)
    {
        if (!IsTogether(context))
            _ = context.Scope;
    }

    /// <inheritdoc/>
    protected override CheckSettings Settings(IGitOpsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return IsTogether(context) ? Together(context) : Of(context.Session.Result<Plan>(), context.Session.Workspace);
    }

    /// <inheritdoc/>
    protected override CheckSettings? NotAffected(IGitOpsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = StatusName.Of(Kind, ScopeName.Of(context.Scope, context.Session.Workspace));
        return new() { Name = name, Conclusion = CheckConclusion.Success, Title = ScopeTexts.NotAffected };
    }

    private protected override CheckSettings? Failed(IGitOpsContext context, RunFailure failure)
    {
        var workspace = context.Session.Workspace;
        if (IsTogether(context))
            return Refused(Together(context, failure), failure);

        if (failure.Known(() => context.Session.Result<Plan>()) is { } plan)
            return failure.Against(plan) is null ? Of(plan, workspace) : Refused(Of(plan, workspace), failure);

        var missing = new CheckSettings
        {
            Name = StatusName.Of(Kind, ScopeName.Of(failure.Begun ?? context.Scope, workspace)),
            Conclusion = CheckConclusion.Success,
            Title = "There is no plan",
            Annotations = ProblemAnnotations.Of(failure.Message, workspace),
        };
        return failure.Cause is null ? null : Refused(missing, failure);
    }

    private static bool IsTogether(IGitOpsContext context) => context.GitHub.Checks == CheckPer.Run && context.Scopes.Count > 1;

    private static CheckSettings Of(Plan plan, string workspace) => new()
    {
        Name = StatusName.Of(Kind, plan.Scope),
        Conclusion = Conclusion([plan]),
        Title = plan.ToSummary(),
        Summary = plan.ToSummary(),
        Text = plan.ToMarkdown(new() { MaximumLength = CheckClient.LongestText }),
        Annotations = ProblemAnnotations.Of(plan, workspace),
    };

    private static CheckSettings Together(IGitOpsContext context, RunFailure? failure = null)
    {
        var session = context.Session;
        var (plans, chosen) = (session.IsOnlyAffected || failure is not null ? session.Results<Plan>() : session.SomeResults<Plan>(), session.ChosenScopes(context));
        if (plans.GroupBy(plan => plan.Scope, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new GitOpsException($"{twice.Count()} tasks of this run published a plan of {twice.Key}. Say in a check of your own (ReportCheckTask) which of them is shown.");

        // Of a scope that failed a reader has to know at least that.
        var without = failure is null ? ScopeTexts.NotAffected : ScopeTexts.NothingKnown;
        ImmutableArray<CommentPart> parts =
        [
            .. plans.Select(plan => new PlanPart(plan)),
            .. session.IsOnlyAffected || failure is not null ? chosen.Except(plans.Select(plan => plan.Scope)).Select(scope => new QuietPart(scope, without)) : [],
        ];

        var title = $"{parts.Length} scopes, {plans.Count(plan => plan.HasChanges)} of them with changes";
        return new()
        {
            Name = Kind,
            Conclusion = Conclusion(plans),
            Title = title,
            Summary = title,
            Text = ScopesMarkdown.Of(parts, CheckClient.LongestText),
            Annotations = [.. plans.SelectMany(plan => ProblemAnnotations.Of(plan, session.Workspace))],
        };
    }

    private static CheckConclusion Conclusion(ImmutableArray<Plan> plans) => plans.Any(plan => plan.IsPartial) ? CheckConclusion.Failure : CheckConclusion.Success;
}
