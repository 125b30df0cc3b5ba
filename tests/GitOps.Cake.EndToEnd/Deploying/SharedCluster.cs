using GitOps.Cake.EndToEnd.Deploying;
using GitOps.Cake.Testing;

[assembly: AssemblyFixture(typeof(SharedCluster))]

namespace GitOps.Cake.EndToEnd.Deploying;

/// <summary>One control plane for all tests that deploy, started by the first one; each test has namespaces of its own.</summary>
public sealed class SharedCluster : IAsyncDisposable
{
    private readonly Lazy<Task<LocalControlPlane>> _cluster = new(
        () => LocalControlPlane.StartAsync(new() { ControllerManager = true, Binaries = RealTools.Folder }));

    public Task<LocalControlPlane> GetAsync()
    {
        RealTools.Require();
        return _cluster.Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster.IsValueCreated)
            await (await _cluster.Value).DisposeAsync();
    }
}
