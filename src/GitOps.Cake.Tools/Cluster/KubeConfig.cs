using System.Collections.Immutable;

namespace GitOps.Cake.Cluster;

/// <summary>The content of the kubeconfig files, merged as kubectl merges them: the first file that sets something wins.</summary>
internal sealed record KubeConfig
{
    /// <summary>The files that were read.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    public string? CurrentContext { get; init; }

    public ImmutableDictionary<string, KubeContext> Contexts { get; init; } = ImmutableDictionary<string, KubeContext>.Empty;

    public ImmutableDictionary<string, KubeCluster> Clusters { get; init; } = ImmutableDictionary<string, KubeCluster>.Empty;

    public ImmutableDictionary<string, KubeUser> Users { get; init; } = ImmutableDictionary<string, KubeUser>.Empty;

    public KubeConfig Merge(KubeConfig later) => new()
    {
        Files = Files.AddRange(later.Files),
        CurrentContext = CurrentContext ?? later.CurrentContext,
        Contexts = later.Contexts.SetItems(Contexts),
        Clusters = later.Clusters.SetItems(Clusters),
        Users = later.Users.SetItems(Users),
    };
}
