using System.Collections.Immutable;
using GitOps.Cake.Cluster;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Locks;

/// <summary>Keeps a change of a scope apart from others: a Lease in every cluster that it changes, from before they are compared until all is done.</summary>
/// <param name="terms">What is locked, and how.</param>
/// <param name="options">What the settings say.</param>
/// <param name="outside">The way to clusters and git.</param>
internal sealed class ScopeLock(LockTerms terms, LockOptions options, LockWorld outside) : IDisposable
{
    private readonly List<HeldLease> _held = [];
    private readonly CancellationTokenSource _lost = new();
    private string? _loss;

    /// <summary>Runs a change under the lock.</summary>
    /// <param name="change">The change, with what it hears before it compares anything. Its token is cancelled, too, when the lock is lost.</param>
    /// <param name="end">What is remembered after a change that succeeded, given the commit.</param>
    /// <param name="cancellationToken">Interrupts the change.</param>
    public async Task<ApplyReport> RunAsync(
        Func<Func<ImmutableArray<string?>, CancellationToken, Task>, CancellationToken, Task<ApplyReport>> change,
        Func<string?, LockEnd> end,
        CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _lost.Token);
        var commit = CheckedOutCommit.FindAsync(outside.Runner, outside.Workspace, cancellationToken);
        var memory = LockEnd.AsBefore;
        try
        {
            var report = await change(async (contexts, token) => await EnterAsync(contexts, await commit.ConfigureAwait(false), token).ConfigureAwait(false), stop.Token).ConfigureAwait(false);
            if (_loss is { } loss)
                return report with { Interrupted = true, Errors = report.Errors.Add(Lost(loss)) };
            if (report.Succeeded)
                memory = end((await commit.ConfigureAwait(false)).Sha);

            return report;
        }
        catch (OperationCanceledException exception) when (_loss is not null && !cancellationToken.IsCancellationRequested)
        {
            throw new GitOpsException(Lost(_loss), exception);
        }
        finally
        {
            foreach (var lease in _held)
            {
                await lease.FreeAsync(memory, outside.Log).ConfigureAwait(false);
                await lease.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    public void Dispose() => _lost.Dispose();

    /// <summary>One cluster after another in one order, so that no two runs wait for each other.</summary>
    private async Task EnterAsync(ImmutableArray<string?> contexts, CheckedOutCommit commit, CancellationToken cancellationToken)
    {
        foreach (var context in contexts)
        {
            try
            {
                await TakeAsync(context, commit, cancellationToken).ConfigureAwait(false);
            }
            catch (LockUnavailableException exception)
            {
                Doubt($"{terms.Scope} is not locked, so nothing keeps two from changing it at once. {exception.Message}.");
            }
        }
    }

    private async Task TakeAsync(string? context, CheckedOutCommit commit, CancellationToken cancellationToken)
    {
        var name = LeaseName.Of(terms.Scope);
        var api = new LeaseApi(await ConnectAsync(context, cancellationToken).ConfigureAwait(false), terms.Namespace, name);
        var lease = await HoldAsync(new(terms, name, api, outside.Log, outside.Time), commit, cancellationToken).ConfigureAwait(false);
        _held.Add(new(terms, api, lease, Lose, outside.Time));
        outside.Log.Verbose($"{terms.Scope} is locked by {terms.Holder.Identity} with the {api.Place}.");
        if (lease.AppliedSha is { } applied && !options.Rollback)
            await CompareAsync(lease, applied, commit, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ClusterConnection> ConnectAsync(string? context, CancellationToken cancellationToken)
    {
        try
        {
            return await outside.ConnectAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (GitOpsException exception) when (outside.IsBlind)
        {
            throw new LockUnavailableException(exception.Message.TrimEnd('.'));
        }
    }

    private async Task<LeaseRecord> HoldAsync(LeaseTaker taker, CheckedOutCommit commit, CancellationToken cancellationToken)
    {
        try
        {
            return await taker.TakeAsync(commit.Sha, cancellationToken).ConfigureAwait(false);
        }
        catch (RemoteCallException exception) when (outside.IsBlind)
        {
            throw new LockUnavailableException(exception.Message.TrimEnd('.'));
        }
    }

    private async Task CompareAsync(LeaseRecord lease, string applied, CheckedOutCommit commit, CancellationToken cancellationToken)
    {
        var (isOlder, unknown) = await commit.CompareAsync(applied, cancellationToken).ConfigureAwait(false);
        if (isOlder)
        {
            throw new GitOpsException(
                $"{terms.Scope} has the commit {applied} already, applied at {lease.AppliedAt} by {lease.AppliedBy}, and {commit.Sha} comes before it: this would undo what was applied since. "
                + "Nothing was changed. Run the newer commit, or go back on purpose (Lock.Rollback, --rollback).");
        }

        if (unknown is not null)
            Doubt($"Nobody can tell whether {terms.Scope} goes back to an older commit: {unknown}.");
    }

    /// <summary>What the lock cannot do is told, and ends the run where the lock is required.</summary>
    private void Doubt(string doubt)
    {
        if (options.RequireLock)
            throw new GitOpsException($"{doubt} The lock is required (RequireLock, --require-lock), so nothing was changed.");

        outside.Log.Warning(doubt);
    }

    private void Lose(string loss)
    {
        _loss = loss;
        _lost.Cancel();
    }

    private string Lost(string loss) =>
        $"The lock on {terms.Scope} was lost, so the run was stopped like one that is interrupted. {loss}. See above in which state releases were left, and run it again.";
}
