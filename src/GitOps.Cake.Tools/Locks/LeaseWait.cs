using System.Globalization;

namespace GitOps.Cake.Locks;

/// <summary>
/// Watches a Lease that somebody else holds. Clocks of other machines count for nothing: a holder is gone when its Lease did not change for as long as it
/// said to live, measured here.
/// </summary>
internal sealed class LeaseWait(LockTerms terms, LeaseApi api, IRunLog log, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private (string? Holder, string? Acquired, string? Renewed) _seen;
    private string? _told;
    private long _changed;

    /// <summary>Looks at the Lease anew.</summary>
    /// <returns>Whether its holder is gone.</returns>
    /// <exception cref="GitOpsException">It is not gone, and it is not waited for any longer.</exception>
    public bool IsGone(LeaseRecord lease)
    {
        var isFirst = _told is null;
        var isRenewed = _seen != (lease.Holder, lease.Acquired, lease.Renewed);
        if (isRenewed)
        {
            _seen = (lease.Holder, lease.Acquired, lease.Renewed);
            _changed = time.GetTimestamp();
        }

        if (time.GetElapsedTime(_changed) >= (lease.Duration ?? terms.Duration))
        {
            log.Warning($"{Holder(lease)} held the lock on {terms.Scope} and is gone: it was not renewed for {Seconds(lease.Duration ?? terms.Duration)}. It is taken over.");
            return true;
        }

        // One that was renewed while this watched is certainly there, and one that says it was renewed just now most likely is.
        if (!terms.Waits && (isRenewed && !isFirst || LooksAlive(lease)))
            throw new GitOpsException($"{terms.Scope} is locked: {Holder(lease)} holds the {api.Place}. {api.Cluster} was not changed. Try again when it is done, or wait for it (Lock.Mode, --lock=wait).");

        if (time.GetElapsedTime(_started) >= terms.Timeout)
        {
            throw new GitOpsException(
                $"{terms.Scope} is locked, and {Seconds(terms.Timeout)} of waiting are over: {Holder(lease)} holds the {api.Place}. {api.Cluster} was not changed. "
                + $"Wait longer (Lock.Timeout, --lock-timeout), or see what it is doing. If it is certainly gone: {api.Removal}");
        }

        if (_told != lease.Holder)
        {
            log.Information($"{terms.Scope} is locked: {Holder(lease)} holds the {api.Place}. Waiting for up to {Seconds(terms.Timeout)}.");
            _told = lease.Holder;
        }

        return false;
    }

    private bool LooksAlive(LeaseRecord lease) =>
        DateTimeOffset.TryParse(lease.Renewed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var renewed)
        && (time.GetUtcNow() - renewed).Duration() <= (lease.Duration ?? terms.Duration);

    private static string Holder(LeaseRecord lease) =>
        $"{lease.Holder}{(lease.RunUrl is { } url ? $" ({url})" : "")}{(lease.Sha is { } sha ? $" with commit {sha}" : "")}, since {lease.Acquired ?? "a time it does not tell"}";

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s");
}
