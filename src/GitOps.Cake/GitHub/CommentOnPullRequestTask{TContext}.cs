using System.Collections.Immutable;
using GitOps.Cake.GitHub.Approvals;
using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Options;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Scopes;

namespace GitOps.Cake.GitHub;

/// <summary>
/// Shows a plan on the pull request, in one comment that is edited in place, and on the page of the run where its CI system has one; the digest of a plan
/// that a task of this run made is kept for the apply after the merge (<c>gitops/plan/SCOPE</c>). Derive from it for a plan or a key of your own; one that
/// reads <see cref="IGitOpsContext.Scope"/> runs once for each scope, and plans with one key share a comment.
/// Where a task before it fails, so that it is not reached, the end of the run shows why there is no plan, with the one that was there folded, or what is against the plan that was made.
/// <see cref="CommentOnPullRequest"/> is the one that shows this run's plans.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class CommentOnPullRequestTask<TContext> : GitOpsTask<TContext, PullRequestComment>, IReportsFailures
    where TContext : class, IGitOpsContext
{
    private readonly ScopeComments _comments = new();

    private protected override ImmutableArray<LibraryOption> OptionsRead => [.. LibraryOptions.GitHub, .. LibraryOptions.OfScopes];

    /// <summary>The plan that is shown.</summary>
    /// <param name="context">The build's context.</param>
    protected abstract Plan Plan(TContext context);

    /// <summary>What tells this comment from others of this library on the pull request.</summary>
    /// <param name="context">The build's context.</param>
    /// <value>By default null: the plan's environment in a build of several scopes, else its scope; <see cref="GitHubSettings.Comments"/> chooses.</value>
    protected virtual string? Key(TContext context) => null;

    private protected virtual ImmutableArray<Plan> Plans(TContext context) => [Plan(context)];

    private protected virtual CommentGroup Group(TContext context, Plan plan) => CommentGroup.Of(context, plan.Scope, plan.Environment);

    /// <summary>Which scope is shown to have no plan, where the task that failed compared none; null where that is not known.</summary>
    private protected virtual HelmfileScope? Shown(TContext context) => context.Session.Scopes.Current;

    // What an interrupted run knows is not all.
    Task IReportsFailures.ReportAsync(IGitOpsContext context, RunFailure failure) =>
        failure.IsInterrupted ? Task.CompletedTask : TellAsync(context, own => TellAsync(own, failure));

    private protected override void ReadSettings(TContext context) => _ = Plan(context);

    private protected override Task SkipAsync(TContext context, string scope, string? failed, CancellationToken cancellationToken)
    {
        _comments.Tell(CommentGroup.Of(context, scope, context.Scope.Environment), new QuietPart(scope, ScopeTexts.NotAffected));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(TContext context, Action<PullRequestComment> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var plan in Plans(context))
            await ShowAsync(context, plan, objection: null, cancellationToken).ConfigureAwait(false);
    }

    private protected sealed override Task EndAsync(TContext context, CancellationToken cancellationToken) => _comments.IsEmpty || cancellationToken.IsCancellationRequested
        ? Task.CompletedTask
        : _comments.WriteAsync(async (group, parts) =>
        {
            var comment = await new CommentReporter(context.Session.GitHub(context.GitHub), group.Key).PlanAsync([.. parts], cancellationToken).ConfigureAwait(false);
            foreach (var part in parts)
                context.Session.Publish(GetType(), comment, part.Scope);
        });

    private async Task ShowAsync(TContext context, Plan plan, string? objection, CancellationToken cancellationToken)
    {
        var run = context.Session.GitHub(context.GitHub);
        var whole = await WholePlan.ShowAsync(run, plan, context.Session.ScopedPath(LibraryOptions.Plan), cancellationToken).ConfigureAwait(false);

        // A plan that came from elsewhere, such as a fork's, approves nothing.
        if (context.Session.Results<Plan>().Any(made => ReferenceEquals(made, plan)))
            await new PlanApproval(run, plan.Scope).NoteAsync(plan, objection is not null, cancellationToken).ConfigureAwait(false);

        _comments.Tell(Key(context) is { } key ? new(key, []) : Group(context, plan), new PlanPart(plan, whole, objection));
    }

    private async Task TellAsync(TContext context, RunFailure failure)
    {
        var session = context.Session;
        if (failure.Known<IReadOnlyList<Plan>>(() => Plans(context)) is { } plans)
        {
            foreach (var plan in plans)
                await ShowAsync(context, plan, failure.Against(plan), CancellationToken.None).ConfigureAwait(false);
        }
        else if (failure.Cause is not null && (failure.Begun ?? Shown(context)) is { } scope)
        {
            var name = ScopeName.Of(scope, session.Workspace);
            await new PlanApproval(session.GitHub(context.GitHub), name).NoteMissingAsync(CancellationToken.None).ConfigureAwait(false);
            _comments.Tell(
                Key(context) is { } key ? new(key, []) : CommentGroup.Of(context, name, scope.Environment),
                new FailedPart(name, failure.Message, failure.Begun is null ? failure.TaskName : null));
        }
    }
}
