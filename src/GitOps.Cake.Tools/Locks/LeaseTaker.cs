namespace GitOps.Cake.Locks;

/// <summary>Takes a Lease: with one request where it is free, and by watching it where somebody else holds it.</summary>
internal sealed class LeaseTaker(LockTerms terms, string name, LeaseApi api, IRunLog log, TimeProvider time)
{
    private readonly LeaseBody _body = new(terms.Scope, terms.Holder, terms.Duration);

    /// <returns>The Lease, which is now this holder's.</returns>
    /// <exception cref="LockUnavailableException">There are no Leases, or not for this user.</exception>
    /// <exception cref="GitOpsException">Somebody else holds it, and it is not waited for, or not any longer.</exception>
    public async Task<LeaseRecord> TakeAsync(string? sha, CancellationToken cancellationToken)
    {
        var (exists, taken) = await api.PatchAsync(_body.TakeFree(sha, time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        if (taken is not null)
            return taken;
        if (!exists && await CreateAsync(sha, cancellationToken).ConfigureAwait(false) is { } made)
            return made;

        return await WatchAsync(sha, cancellationToken).ConfigureAwait(false);
    }

    private Task<LeaseRecord?> CreateAsync(string? sha, CancellationToken cancellationToken) =>
        api.CreateAsync(_body.New(name, sha, time.GetUtcNow()), cancellationToken);

    private async Task<LeaseRecord> WatchAsync(string? sha, CancellationToken cancellationToken)
    {
        var wait = new LeaseWait(terms, api, log, time);
        while (true)
        {
            var lease = await api.GetAsync(cancellationToken).ConfigureAwait(false);
            if (lease is null)
            {
                if (await CreateAsync(sha, cancellationToken).ConfigureAwait(false) is { } made)
                    return made;
            }
            else if (lease.Holder is null || wait.IsGone(lease))
            {
                if ((await api.PatchAsync(_body.Take(lease, sha, time.GetUtcNow()), cancellationToken).ConfigureAwait(false)).Lease is { } taken)
                    return taken;
            }
            else
            {
                await Task.Delay(terms.Pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
