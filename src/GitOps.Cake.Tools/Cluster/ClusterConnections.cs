using System.Collections.Concurrent;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Cluster;

/// <summary>The connections of a run: one per context, opened when it is first needed.</summary>
/// <param name="access">The kubeconfig, and the context where none is named.</param>
/// <param name="runner">Runs programs that hand out credentials.</param>
/// <param name="time">The clock.</param>
internal sealed class ClusterConnections(ClusterAccess access, IToolRunner runner, TimeProvider? time = null) : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly Lazy<KubeConfig> _config = new(() => KubeConfigFiles.Read(access.KubeConfig));
    private readonly ConcurrentDictionary<string, Lazy<Task<ClusterConnection>>> _connections = new(StringComparer.Ordinal);

    /// <exception cref="GitOpsException">The context is not there, or its credentials cannot be had.</exception>
    public Task<ClusterConnection> GetAsync(string? context, CancellationToken cancellationToken) =>
        _connections.GetOrAdd(context ?? access.KubeContext ?? "", name => new(() => ClusterConnection.OpenAsync(
            ClusterTarget.Of(_config.Value, name.Length > 0 ? name : null), runner, Timeout, time ?? TimeProvider.System, cancellationToken))).Value;

    public void Dispose()
    {
        foreach (var connection in _connections.Values)
        {
            if (connection is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } open })
                open.Result.Dispose();
        }
    }
}
