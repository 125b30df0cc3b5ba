namespace GitOps.Cake.Helmfile.Charts.Changes;

/// <summary>What the folder of a release's chart is.</summary>
internal enum ChartKind
{
    /// <summary>A chart, packed or not.</summary>
    Chart,

    /// <summary>A folder of manifests.</summary>
    Manifests,

    /// <summary>A kustomization.</summary>
    Kustomization,
}
