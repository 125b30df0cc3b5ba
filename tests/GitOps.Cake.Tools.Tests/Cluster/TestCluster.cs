using GitOps.Cake.Cluster;
using GitOps.Cake.Testing;
using GitOps.Cake.Tests.Cluster;
using GitOps.Cake.Tooling;
using k8s;
using k8s.Models;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace GitOps.Cake.Tests.Cluster;

/// <summary>One control plane for all tests, started by the first that needs it; each test has namespaces of its own.</summary>
public sealed class TestCluster : IAsyncDisposable
{
    private static int Namespaces;

    private readonly Lazy<Task<LocalControlPlane>> _started = new(
        () => LocalControlPlane.StartAsync(new() { ControllerManager = true, StartTimeout = TimeSpan.FromMinutes(5) }));

    public async Task<LocalControlPlane> GetAsync()
    {
        try
        {
            return await _started.Value;
        }
        catch (LocalControlPlaneException problem) when (Environment.GetEnvironmentVariable("GITOPS_REQUIRE_TOOLS") != "1")
        {
            Assert.Skip(problem.Message);
            throw;
        }
    }

    public async Task<string> NewNamespaceAsync()
    {
        using var client = (await GetAsync()).CreateClient();
        var name = $"test-{Interlocked.Increment(ref Namespaces)}";
        await client.CoreV1.CreateNamespaceAsync(
            new V1Namespace { Metadata = new() { Name = name } }, cancellationToken: TestContext.Current.CancellationToken);
        return name;
    }

    public async ValueTask DisposeAsync()
    {
        if (_started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await _started.Value).DisposeAsync();
    }

    internal async Task<ClusterConnections> ConnectAsync() =>
        new(new ClusterAccess((await GetAsync()).KubeConfigPath), new ToolRunner());
}
