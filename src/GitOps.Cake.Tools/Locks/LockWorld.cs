using GitOps.Cake.Cluster;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Locks;

/// <summary>What locks need of the outside world.</summary>
internal sealed record LockWorld
{
    /// <summary>Opens a context; null is the scope's own or the kubeconfig's current one.</summary>
    public required Func<string?, CancellationToken, Task<ClusterConnection>> ConnectAsync { get; init; }

    /// <summary>Whether the scope may be changed through a way to the cluster that this library does not know, as the real helmfile's may be.</summary>
    public bool IsBlind { get; init; }

    public required IToolRunner Runner { get; init; }

    public required IRunLog Log { get; init; }

    public required string Workspace { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
