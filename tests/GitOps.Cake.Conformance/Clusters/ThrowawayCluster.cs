using GitOps.Cake.Conformance.Running;
using GitOps.Cake.Templates.Yaml;
using GitOps.Cake.Testing;
using k8s;

namespace GitOps.Cake.Conformance.Clusters;

/// <summary>The cluster of a run: one that it was given, or one of its own.</summary>
internal sealed class ThrowawayCluster : IAsyncDisposable
{
    private readonly LocalControlPlane? _own;
    private readonly ApiCalls _api;
    private readonly ClusterEmptying _emptying;

    private ThrowawayCluster(string kubeConfig, LocalControlPlane? own)
    {
        (KubeConfig, _own) = (kubeConfig, own);
        _api = new(new Kubernetes(KubernetesClientConfiguration.BuildConfigFromConfigFile(kubeConfig)));
        _emptying = new(_api);
    }

    public string KubeConfig { get; }

    /// <summary>The address of its API.</summary>
    public string Server => _api.Server;

    /// <exception cref="UsageException">The cluster is not on loopback, or cannot be started.</exception>
    public static async Task<ThrowawayCluster> OpenAsync(string? kubeConfig, CancellationToken cancellationToken)
    {
        if (kubeConfig is not null)
        {
            LoopbackOnly.Check(kubeConfig);
            return new(kubeConfig, own: null);
        }

        try
        {
            var own = await LocalControlPlane.StartAsync(new() { ControllerManager = true, Binaries = RestoredTools.Of("kube-apiserver") }, cancellationToken);
            return new(own.KubeConfigPath, own);
        }
        catch (LocalControlPlaneException exception)
        {
            throw new UsageException($"No cluster is given, and none can be started: {exception.Message}");
        }
    }

    /// <summary>Takes away everything that a case before may have left.</summary>
    /// <exception cref="ClusterException">It does not go.</exception>
    public Task EmptyAsync(CancellationToken cancellationToken) => _emptying.RunAsync(cancellationToken);

    /// <summary>Every release of helm: the last revision of each.</summary>
    public Task<YamlNode?> ReleasesAsync(CancellationToken cancellationToken) => ReleaseList.ReadAsync(_api, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        if (_own is not null)
            await _own.DisposeAsync();
    }
}
