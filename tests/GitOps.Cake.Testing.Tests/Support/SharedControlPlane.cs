namespace GitOps.Cake.Testing.Tests.Support;

/// <summary>One control plane with all parts for the tests that only use one; started by the first of them.</summary>
public sealed class SharedControlPlane : IAsyncDisposable
{
    private readonly Lazy<Task<LocalControlPlane>> _started = new(() => LocalControlPlane.StartAsync(Options));

    private static LocalControlPlaneOptions Options => Tools.Options with { ControllerManager = true, Scheduler = true, Context = "shared" };

    public Task<LocalControlPlane> GetAsync()
    {
        Tools.Require(Options);
        return _started.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated && _started.Value.IsCompletedSuccessfully)
            await (await _started.Value).DisposeAsync();
    }
}
