using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Charts;

/// <summary>What has to be known of a chart before it is rendered, its subcharts included.</summary>
internal sealed record ChartFacts
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>Why the chart must be rendered with the server: a construct whose answer only the server has. Null where none is used.</summary>
    public string? NeedsServer { get; init; }

    /// <summary>The API versions that templates ask for by literal.</summary>
    public ImmutableHashSet<string> AskedApiVersions { get; init; } = [];

    /// <summary>Whether some template evaluates texts from values, so that the values have to be looked at, too.</summary>
    public bool EvaluatesValues { get; init; }

    /// <summary>The kinds that the chart's <c>crds/</c> folders define, as <c>group/Kind</c>.</summary>
    public ImmutableHashSet<string> DefinedKinds { get; init; } = [];

    /// <summary>Dependencies that <c>Chart.yaml</c> names and <c>charts/</c> lacks, has in another version, or has from a folder that may have changed.</summary>
    public ImmutableArray<string> DueDependencies { get; init; } = [];
}
