using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Planning.Comparing;

/// <summary>How one release is compared, after the run, the state file and its words for helm diff had their say.</summary>
internal sealed record ReleaseDiff
{
    public ManifestRules Manifest { get; init; } = ManifestRules.Default;

    public ComparisonRules Rules { get; init; } = ComparisonRules.Default;

    public DiffArguments Words { get; init; } = DiffArguments.None;

    public LiveComparison Live { get; init; }

    /// <summary>Whether the content of its changes is not shown.</summary>
    public bool SuppressContent { get; init; }

    /// <summary>Whether it is not compared at all, and counts as changed.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>
    /// Whether it is rendered as the cluster would have it. Otherwise helm's built-in API list and what the state file adds to it count,
    /// and neither kinds nor owners are looked up.
    /// </summary>
    public bool IsValidated { get; init; } = true;

    public bool TakeOwnership { get; init; }

    public bool ReuseValues { get; init; }

    /// <summary>The version that charts see: the cluster's, whatever the state file says, unless nothing is validated.</summary>
    public string? KubeVersion(Release release, ClusterCapabilities cluster) =>
        IsValidated ? cluster.KubeVersion
        : Words.KubeVersion
            ?? (release.Comparison is { StateKubeVersion: false, DetectKubeVersion: true } ? cluster.KubeVersion : release.Rendering.KubeVersion);
}
