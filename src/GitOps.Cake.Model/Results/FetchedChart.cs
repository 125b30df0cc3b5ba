using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Results;

/// <summary>The chart of a release on this machine.</summary>
public sealed record FetchedChart
{
    /// <summary>Which release.</summary>
    public required ReleaseId Release { get; init; }

    /// <summary>The chart as the state file names it.</summary>
    public required string Chart { get; init; }

    /// <summary>Its folder, absolute.</summary>
    public required string Path { get; init; }
}
