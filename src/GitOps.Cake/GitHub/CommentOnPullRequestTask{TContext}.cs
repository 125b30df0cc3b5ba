using System.Collections.Immutable;
using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.Options;
using GitOps.Cake.Plans;

namespace GitOps.Cake.GitHub;

/// <summary>
/// Shows a plan on the pull request, in one comment that is edited in place, and on the page of the run where its CI system has one. Derive from it
/// for a plan or a key of your own; <see cref="CommentOnPullRequest"/> is the one that shows this run's plan.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class CommentOnPullRequestTask<TContext> : GitOpsTask<TContext, PullRequestComment>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => LibraryOptions.GitHub;

    /// <summary>The plan that is shown.</summary>
    /// <param name="context">The build's context.</param>
    protected abstract Plan Plan(TContext context);

    /// <summary>What tells this comment from others of this library on the pull request.</summary>
    /// <param name="context">The build's context.</param>
    /// <value>By default the plan's scope.</value>
    protected virtual string Key(TContext context) => Plan(context).Scope;

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(TContext context, Action<PullRequestComment> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(publish);
        var run = context.Session.GitHub(context.GitHub);
        var plan = Plan(context);
        var whole = await WholePlan.ShowAsync(run, plan, context.Session.Options.Path(LibraryOptions.Plan), cancellationToken).ConfigureAwait(false);
        publish(await new CommentReporter(run, Key(context)).PlanAsync(plan, whole, objection: null, cancellationToken).ConfigureAwait(false));
    }
}
