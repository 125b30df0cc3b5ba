using System.Collections.Immutable;
using GitOps.Cake.GitHub.PullRequests;
using GitOps.Cake.Options;

namespace GitOps.Cake.GitHub;

/// <summary>
/// Keeps a pull request with given files: opened, updated, and closed when there is nothing to change. Without a token it says what it would do.
/// Derive from it for content of your own; <see cref="OpenPullRequest"/> is the one that takes changed files of the workspace.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class OpenPullRequestTask<TContext> : GitOpsTask<TContext, OpenedPullRequest>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => LibraryOptions.GitHub;

    /// <summary>Which pull request is kept.</summary>
    /// <param name="context">The build's context.</param>
    protected abstract PullRequestSettings Settings(TContext context);

    /// <summary>Adds what only this machine can tell.</summary>
    private protected virtual Task<PullRequestSettings> CompleteAsync(TContext context, PullRequestSettings settings, CancellationToken cancellationToken) => Task.FromResult(settings);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(TContext context, Action<OpenedPullRequest> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(publish);
        var run = context.Session.GitHub(context.GitHub);
        var settings = await CompleteAsync(context, Settings(context), cancellationToken).ConfigureAwait(false);
        publish(await new PullRequestReporter(run).OpenAsync(settings, cancellationToken).ConfigureAwait(false));
    }
}
