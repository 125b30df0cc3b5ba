namespace GitOps.Cake.Locks;

/// <summary>A Lease that is held: it is renewed until it is set free, and says when it was lost.</summary>
internal sealed class HeldLease : IAsyncDisposable
{
    private static readonly TimeSpan TimeToFree = TimeSpan.FromSeconds(5);

    private readonly LockTerms _terms;
    private readonly LeaseApi _api;
    private readonly LeaseBody _body;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _done = new();
    private readonly Task _renewing;
    private string _version;

    public HeldLease(LockTerms terms, LeaseApi api, LeaseRecord lease, Action<string> lost, TimeProvider time)
    {
        (_terms, _api, _time, _version) = (terms, api, time, lease.Version);
        _body = new(terms.Scope, terms.Holder, terms.Duration);
        Before = lease;
        _renewing = RenewAsync(lost);
    }

    /// <summary>The Lease as it was when it was taken.</summary>
    public LeaseRecord Before { get; }

    /// <summary>Sets the Lease free. One that cannot be set free is free when its time is over.</summary>
    /// <param name="end">What it remembers.</param>
    /// <param name="log">Hears what does not work.</param>
    public async Task FreeAsync(LockEnd end, IRunLog log)
    {
        await StopAsync().ConfigureAwait(false);
        using var limit = new CancellationTokenSource(TimeToFree, _time);
        try
        {
            if (await ChangeAsync(version => _body.Free(version, end, _time.GetUtcNow()), limit.Token).ConfigureAwait(false) is { } obstacle)
                log.Warning($"The {_api.Place} was not set free: {obstacle}.");
        }
        catch (Exception exception) when (exception is GitOpsException or OperationCanceledException)
        {
            log.Warning($"The {_api.Place} was not set free, and is free in {_terms.Duration.TotalSeconds:0} s: {exception.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _done.Dispose();
    }

    private async Task StopAsync()
    {
        await _done.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(false);
    }

    private async Task RenewAsync(Action<string> lost)
    {
        var renewed = _time.GetTimestamp();
        var pause = _terms.Renewal;
        while (await PauseAsync(pause).ConfigureAwait(false))
        {
            var (isRenewed, obstacle, isOver) = await TryRenewAsync().ConfigureAwait(false);
            if (isRenewed)
            {
                renewed = _time.GetTimestamp();
                pause = _terms.Renewal;
            }
            else if (isOver || _time.GetElapsedTime(renewed) + _terms.Pause >= _terms.Patience)
            {
                if (!_done.IsCancellationRequested)
                    lost($"{_api.Place} in {_api.Cluster}: {obstacle}");

                return;
            }
            else
            {
                pause = _terms.Pause;
            }
        }
    }

    private async Task<(bool IsRenewed, string? Obstacle, bool IsOver)> TryRenewAsync()
    {
        using var limit = new CancellationTokenSource(_terms.Renewal, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _done.Token);
        try
        {
            var obstacle = await ChangeAsync(version => _body.Renew(version, _time.GetUtcNow()), both.Token).ConfigureAwait(false);
            return (obstacle is null, obstacle, obstacle is not null);
        }
        catch (OperationCanceledException)
        {
            return (false, "it could not be renewed, for the cluster does not answer", false);
        }
        catch (GitOpsException exception)
        {
            return (false, $"it could not be renewed. {exception.Message}", false);
        }
    }

    /// <summary>Changes the Lease as long as it is this holder's, whatever else others write into it.</summary>
    /// <returns>What is in the way; null where it was changed.</returns>
    private async Task<string?> ChangeAsync(Func<string, System.Text.Json.Nodes.JsonNode> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (exists, changed) = await _api.PatchAsync(change(_version), cancellationToken).ConfigureAwait(false);
            if (changed is not null)
            {
                _version = changed.Version;
                return null;
            }

            var lease = exists ? await _api.GetAsync(cancellationToken).ConfigureAwait(false) : null;
            if (lease is null)
                return "somebody deleted it";
            if (lease.Holder != _terms.Holder.Identity)
                return lease.Holder is null ? "somebody set it free" : $"{lease.Holder} took it over at {lease.Acquired}";

            _version = lease.Version;
        }
    }

    private async Task<bool> PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, _time, _done.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
