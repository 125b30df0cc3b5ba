using System.Collections.Immutable;
using Cake.Frosting;
using GitOps.Cake.Options;

namespace GitOps.Cake;

/// <summary>A task with a result: it runs, stops when the run is interrupted, and publishes what came out, once.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
/// <typeparam name="TResult">What it publishes.</typeparam>
public abstract class GitOpsTask<TContext, TResult> : AsyncFrostingTask<TContext>, IReadsOptions
    where TContext : class, IGitOpsContext
    where TResult : class
{
    ImmutableArray<LibraryOption> IReadsOptions.Options => OptionsRead;

    private protected virtual ImmutableArray<LibraryOption> OptionsRead => [];

    /// <inheritdoc/>
    public sealed override async Task RunAsync(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var session = context.Session;
        session.Interrupted.ThrowIfCancellationRequested();
        await ExecuteAsync(context, result => session.Publish(GetType(), result), session.Interrupted).ConfigureAwait(false);
    }

    /// <summary>Does the work.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="publish">Takes the result, also one that is told before the task fails.</param>
    /// <param name="cancellationToken">Cancelled when the run is interrupted.</param>
    protected abstract Task ExecuteAsync(TContext context, Action<TResult> publish, CancellationToken cancellationToken);
}
