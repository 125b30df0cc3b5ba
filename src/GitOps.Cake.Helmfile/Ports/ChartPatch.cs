using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>A change of what a chart renders: it is rendered, changed, and becomes a chart again that renders just that.</summary>
public sealed record ChartPatch
{
    /// <summary>How the chart is rendered first.</summary>
    public required RenderRequest Render { get; init; }

    /// <summary>The namespace of objects that name none; they stay as they are where null.</summary>
    public string? Namespace { get; init; }

    /// <summary>A <c>kustomization.yaml</c> without its resources; none where null.</summary>
    public string? Kustomization { get; init; }

    /// <summary>The files that the kustomization names.</summary>
    public ImmutableArray<ChartText> Files { get; init; } = [];

    /// <summary>Whether the kustomization may start plugins.</summary>
    public bool AllowsPlugins { get; init; } = true;
}
