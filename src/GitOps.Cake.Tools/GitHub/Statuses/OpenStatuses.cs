using System.Collections.Concurrent;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.GitHub.Statuses;

/// <summary>
/// The statuses of a run that are pending. The first signal ends them all as interrupted, at once: a CI system that cancels a run gives
/// it little time. A run that goes on to end in order says so afterwards.
/// </summary>
internal sealed class OpenStatuses : IDisposable
{
    /// <summary>How long a process that is about to end waits for GitHub.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<OpenStatus, bool> _open = new();
    private readonly GitHubRun _run;
    private readonly CancellationTokenRegistration _signal;
    private readonly IDisposable? _end;
    private Task _closing = Task.CompletedTask;

    public OpenStatuses(GitHubRun run, Interruption? interruption)
    {
        _run = run;
        _end = interruption?.OnForcedEnd(() => _closing.Wait(LastWords));
        _signal = interruption?.Token.Register(() => _closing = CloseAllAsync()) ?? default;
    }

    /// <summary>The ending that a signal started.</summary>
    internal Task Closing => _closing;

    /// <summary>Sets a status to pending, after those that killed runs of the same name left pending were ended.</summary>
    /// <param name="pending">The status.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    public async Task<OpenStatus> OpenAsync(CommitStatusSettings pending, CancellationToken cancellationToken)
    {
        await new LeftoverStatuses(_run).CloseAsync(pending.Context, cancellationToken).ConfigureAwait(false);
        var reporter = new CommitStatusReporter(_run);
        var open = new OpenStatus(reporter, pending);
        _open[open] = true;
        await reporter.SetAsync(pending with { State = CommitState.Pending }, cancellationToken).ConfigureAwait(false);
        return open;
    }

    /// <summary>Ends one.</summary>
    public async Task CloseAsync(OpenStatus open, CommitState state, string description, CancellationToken cancellationToken)
    {
        await open.CloseAsync(state, description, cancellationToken).ConfigureAwait(false);
        _open.TryRemove(open, out _);
    }

    public void Dispose()
    {
        _signal.Dispose();
        _end?.Dispose();
        foreach (var open in _open.Keys)
            open.Dispose();
    }

    private async Task CloseAllAsync()
    {
        foreach (var open in _open.Keys)
        {
            try
            {
                await open.CloseAsync(CommitState.Error, "interrupted", CancellationToken.None).ConfigureAwait(false);
            }
            catch (GitOpsException exception)
            {
                _run.Log.Warning($"The status {open.Context} stays pending until the next run: {exception.Message}");
            }
        }
    }
}
