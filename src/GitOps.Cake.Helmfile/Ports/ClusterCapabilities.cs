using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>A cluster as charts see it.</summary>
public sealed record ClusterCapabilities
{
    /// <summary>The UID of the namespace <c>kube-system</c>.</summary>
    public required string Uid { get; init; }

    /// <summary>As in <c>v1.33.1</c>.</summary>
    public required string KubeVersion { get; init; }

    /// <summary>The namespace that the context names; <c>default</c> where it names none.</summary>
    public string DefaultNamespace { get; init; } = "default";

    /// <summary>The kinds that the cluster serves, subresources left out.</summary>
    public ImmutableArray<ServedKind> Kinds { get; init; } = [];

    /// <summary>What <c>Capabilities.APIVersions</c> knows: <c>group/version</c> and <c>group/version/Kind</c>, sorted.</summary>
    public ImmutableArray<string> ApiVersions { get; init; } = [];
}
