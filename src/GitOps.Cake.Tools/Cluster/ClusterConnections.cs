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

    private readonly ConcurrentDictionary<string, Lazy<Task<ClusterConnection>>> _connections = new(StringComparer.Ordinal);

    /// <summary>A connection that could not be opened is tried again by the next that needs it: by then a hook may have made the cluster.</summary>
    /// <exception cref="GitOpsException">The context is not there, or its credentials cannot be had.</exception>
    public async Task<ClusterConnection> GetAsync(string? context, CancellationToken cancellationToken)
    {
        var name = context ?? access.KubeContext ?? "";
        var opening = _connections.GetOrAdd(name, _ => new(() => OpenAsync(name, cancellationToken)));
        try
        {
            return await opening.Value.ConfigureAwait(false);
        }
        catch
        {
            _connections.TryRemove(new(name, opening));
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var connection in _connections.Values)
        {
            if (connection is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } open })
                open.Result.Dispose();
        }
    }

    private async Task<ClusterConnection> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var target = ClusterTarget.Of(KubeConfigFiles.Read(access.KubeConfig), name.Length > 0 ? name : null);
        return await ClusterConnection.OpenAsync(target, runner, Timeout, time ?? TimeProvider.System, cancellationToken).ConfigureAwait(false);
    }
}
