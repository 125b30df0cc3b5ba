using System.Collections.Immutable;
using GitOps.Cake.GitHub.Statuses;
using GitOps.Cake.Options;

namespace GitOps.Cake.GitHub;

/// <summary>
/// Sets a commit status on GitHub and publishes it. Without a token it says what it would set, and succeeds. Derive from it for a
/// task with settings of its own; <see cref="SetCommitStatus"/> is the one that reads the command line. A success that the run does not come to, because a task before it fails, is set as
/// a failure that says so, or as an error where the run was interrupted.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class SetCommitStatusTask<TContext> : GitOpsTask<TContext, CommitStatus>, IReportsFailures
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => LibraryOptions.CommitStatus;

    /// <summary>Which status is set.</summary>
    /// <param name="context">The build's context.</param>
    protected abstract CommitStatusSettings Settings(TContext context);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(TContext context, Action<CommitStatus> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(publish);
        var run = context.Session.GitHub(context.GitHub);
        publish(await new CommitStatusReporter(run).SetAsync(Settings(context), cancellationToken).ConfigureAwait(false));
    }

    Task IReportsFailures.ReportAsync(IGitOpsContext context, RunFailure failure) => TellAsync(context, async own =>
    {
        if (failure.Known(() => Settings(own)) is { State: CommitState.Success } wanted)
        {
            var failed = wanted with { State = failure.IsInterrupted ? CommitState.Error : CommitState.Failure, Description = failure.Text };
            await new CommitStatusReporter(own.Session.GitHub(own.GitHub)).SetAsync(failed, CancellationToken.None).ConfigureAwait(false);
        }
    });
}
