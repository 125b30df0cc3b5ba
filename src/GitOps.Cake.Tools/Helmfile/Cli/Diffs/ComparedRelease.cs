using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>What a comparison tells of one release.</summary>
internal sealed record ComparedRelease
{
    public required ReleaseId Release { get; init; }

    /// <summary>The chart, as the line names it: a cleaned or absolute path.</summary>
    public string Chart { get; init; } = "";

    public required ComparedState State { get; init; }

    /// <summary>The resources that differ, in the order of the text; empty in a form that does not name them.</summary>
    public ImmutableArray<DiffResource> Resources { get; init; } = [];

    /// <summary>Whether the text names each resource that differs.</summary>
    public bool NamesResources { get; init; } = true;

    public bool IsChange => State is ComparedState.Added or ComparedState.Changed or ComparedState.Uninstalled or ComparedState.Suppressed or ComparedState.Skipped;
}
