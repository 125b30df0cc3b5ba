using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>A chart to be put together for one release: a copy of a chart, or one made of manifests or of a kustomization, with charts added to it.</summary>
public sealed record ChartAssembly
{
    /// <summary>Which release it is for.</summary>
    public required ReleaseId Release { get; init; }

    /// <summary>The folder or archive that it starts from. It is never changed.</summary>
    public required string Source { get; init; }

    /// <summary>Whether the source came from a repository or registry, so that it has all its dependencies.</summary>
    public bool IsPulled { get; init; }

    /// <summary>The version of a chart that is made of manifests.</summary>
    public string? Version { get; init; }

    /// <summary>Charts to add.</summary>
    public ImmutableArray<ChartDependency> Dependencies { get; init; } = [];

    /// <summary>The repositories that the state file declares.</summary>
    public ImmutableArray<ChartRepository> Repositories { get; init; } = [];

    /// <summary>Files of a folder of manifests that were templates: their texts, once rendered.</summary>
    public ImmutableArray<ChartText> Rendered { get; init; } = [];

    /// <summary>Values files, of which a kustomization takes images, names and the namespace.</summary>
    public ImmutableArray<string> ValuesFiles { get; init; } = [];

    /// <summary>Whether kustomizations may start programs: plugins, and helm for the charts that they name.</summary>
    public bool AllowsPlugins { get; init; } = true;
}
