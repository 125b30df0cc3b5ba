using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>One <c>helm template</c>.</summary>
public sealed record RenderRequest
{
    /// <summary>The chart and its values.</summary>
    public required ChartInvocation Chart { get; init; }

    /// <summary>Whether <c>.Release.IsUpgrade</c> is true: a revision is deployed.</summary>
    public bool IsUpgrade { get; init; }

    /// <summary>The cluster's version for <c>Capabilities.KubeVersion</c>.</summary>
    public string? KubeVersion { get; init; }

    /// <summary>What the cluster serves, for <c>Capabilities.APIVersions</c>: <c>group/version</c> and <c>group/version/Kind</c>.</summary>
    public ImmutableArray<string> ApiVersions { get; init; } = [];

    /// <summary>Whether helm asks the server itself, for charts that look objects up; slower by a factor of five.</summary>
    public bool WithServer { get; init; }

    /// <summary>Whether hooks are left out.</summary>
    public bool NoHooks { get; init; }

    /// <summary>Whether test hooks are left out.</summary>
    public bool SkipTests { get; init; }

    /// <summary>Whether the CRDs of the chart are rendered, too.</summary>
    public bool IncludeCrds { get; init; }

    /// <summary>Templates that alone are rendered.</summary>
    public ImmutableArray<string> ShowOnly { get; init; } = [];

    /// <summary>The folder that manifests are written to in place of the answer.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>Whether the cluster's API checks the manifests.</summary>
    public bool Validate { get; init; }

    /// <summary>Words that the state file adds to <c>helm template</c> alone.</summary>
    public ImmutableArray<string> TemplateArguments { get; init; } = [];
}
