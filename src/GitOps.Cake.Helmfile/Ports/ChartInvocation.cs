using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>What rendering and deploying a release have in common: the chart, its values, and how helm reads them.</summary>
public sealed record ChartInvocation
{
    /// <summary>Which release.</summary>
    public required ReleaseId Release { get; init; }

    /// <summary>The folder or archive of the chart.</summary>
    public required string ChartPath { get; init; }

    /// <summary>Values files in order; later ones win.</summary>
    public ImmutableArray<string> ValuesFiles { get; init; } = [];

    /// <summary>Single values, after the files.</summary>
    public ImmutableArray<SetArgument> Sets { get; init; } = [];

    /// <summary>Whether development versions of a chart count.</summary>
    public bool Devel { get; init; }

    /// <summary>Whether templates may ask the name service.</summary>
    public bool EnableDns { get; init; }

    /// <summary>Whether the chart's <c>values.schema.json</c> is not checked.</summary>
    public bool SkipSchemaValidation { get; init; }

    /// <summary>A program (helm 3) or plugin (helm 4) that rewrites the manifest.</summary>
    public string? PostRenderer { get; init; }

    /// <summary>The folder in which the post-renderer runs.</summary>
    public string? PostRendererFolder { get; init; }

    /// <summary>Arguments of the post-renderer.</summary>
    public ImmutableArray<string> PostRendererArguments { get; init; } = [];

    /// <summary>Words that the state file adds to every helm call, as they stand.</summary>
    public ImmutableArray<string> ExtraArguments { get; init; } = [];
}
