using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Charts.Changes;

/// <summary>What a release changes of its chart.</summary>
internal sealed record ChartChanges
{
    public static ChartChanges None { get; } = new();

    /// <summary>Charts that are added.</summary>
    public ImmutableArray<ChartDependency> Dependencies { get; init; } = [];

    /// <summary>A kustomization without its resources: patches and transformers; null where there are none.</summary>
    public string? Kustomization { get; init; }

    /// <summary>The files that the kustomization names.</summary>
    public ImmutableArray<ChartText> Files { get; init; } = [];

    /// <summary>The namespace of every object that names none.</summary>
    public string? Namespace { get; init; }

    /// <summary>The templates of a folder of manifests, rendered.</summary>
    public ImmutableArray<ChartText> Rendered { get; init; } = [];

    /// <summary>The values that the chart is rendered with before its manifest is changed; later ones win.</summary>
    public ImmutableArray<ValuesSource> Values { get; init; } = [];

    /// <summary>The single values that the chart is rendered with before its manifest is changed.</summary>
    public ImmutableArray<SetArgument> Sets { get; init; } = [];

    /// <summary>Whether kustomizations may start programs.</summary>
    public bool AllowsPlugins { get; init; } = true;

    public bool IsNone => Dependencies.IsEmpty && !ChangesManifest;

    /// <summary>Whether the rendered manifest is changed, and not only what the chart consists of.</summary>
    public bool ChangesManifest => Kustomization is not null || Namespace is not null;
}
