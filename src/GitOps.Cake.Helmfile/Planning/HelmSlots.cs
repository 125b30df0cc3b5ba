namespace GitOps.Cake.Helmfile.Planning;

/// <summary>The bound on helm processes of a command: whatever starts helm before anything is changed, a pull as well as a rendering, does it in a slot.</summary>
/// <param name="count">How many there are.</param>
/// <param name="cancellationToken">Ends the waiting for one.</param>
internal sealed class HelmSlots(int count, CancellationToken cancellationToken) : IDisposable
{
    private readonly SemaphoreSlim _free = new(count);

    /// <summary>Waits for a slot and calls. A call must not ask for another slot.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> call)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await call().ConfigureAwait(false);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Waits for a slot and calls. A call must not ask for another slot.</summary>
    public Task RunAsync(Func<Task> call) => RunAsync(async () =>
    {
        await call().ConfigureAwait(false);
        return true;
    });

    public void Dispose() => _free.Dispose();
}
