using System.Collections.Immutable;
using GitOps.Cake.GitHub.Approvals;
using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.Options;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Scopes;

namespace GitOps.Cake.GitHub;

/// <summary>
/// Shows a plan on the pull request, in one comment that is edited in place, and on the page of the run where its CI system has one; the digest of a plan
/// that a task of this run made is kept for the apply after the merge (<c>gitops/plan/SCOPE</c>). Derive from it for a plan or a key of your own; one that
/// reads <see cref="IGitOpsContext.Scope"/> runs once for each scope, and plans with one key share a comment.
/// <see cref="CommentOnPullRequest"/> is the one that shows this run's plans.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class CommentOnPullRequestTask<TContext> : GitOpsTask<TContext, PullRequestComment>
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
        var run = context.Session.GitHub(context.GitHub);
        foreach (var plan in Plans(context))
        {
            var whole = await WholePlan.ShowAsync(run, plan, context.Session.ScopedPath(LibraryOptions.Plan), cancellationToken).ConfigureAwait(false);

            // A plan that came from elsewhere, such as a fork's, approves nothing.
            if (context.Session.Results<Plan>().Any(made => ReferenceEquals(made, plan)))
                await new PlanApproval(run, plan.Scope).NoteAsync(plan, cancellationToken).ConfigureAwait(false);

            _comments.Tell(Key(context) is { } key ? new(key, []) : Group(context, plan), new PlanPart(plan, whole));
        }
    }

    private protected sealed override Task EndAsync(TContext context, CancellationToken cancellationToken) => _comments.IsEmpty || cancellationToken.IsCancellationRequested
        ? Task.CompletedTask
        : _comments.WriteAsync(async (group, parts) =>
        {
            var comment = await new CommentReporter(context.Session.GitHub(context.GitHub), group.Key).PlanAsync([.. parts], cancellationToken).ConfigureAwait(false);
            foreach (var part in parts)
                context.Session.Publish(GetType(), comment, part.Scope);
        });
}
