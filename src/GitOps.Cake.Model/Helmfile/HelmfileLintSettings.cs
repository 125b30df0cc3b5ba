using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile;

/// <summary>How the charts of a helmfile are examined with their values.</summary>
public sealed record HelmfileLintSettings
{
    /// <summary>What is examined.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>Values on top of those of every chosen release.</summary>
    public ChartValues Values { get; init; } = new();

    /// <summary>What is done about releases that the chosen ones need.</summary>
    public NeedsSelection Needs { get; init; } = new();

    /// <summary>Words that are added to every helm call, as in <c>--debug</c>.</summary>
    public ImmutableArray<string> Args { get; init; } = [];

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
