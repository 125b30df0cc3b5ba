using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Results;

/// <summary>The manifests of one release.</summary>
public sealed record RenderedRelease
{
    /// <summary>Which release.</summary>
    public required ReleaseId Release { get; init; }

    /// <summary>The chart as the state file names it.</summary>
    public string Chart { get; init => field = value ?? ""; } = "";

    /// <summary>The manifests as helm printed them; empty where they were written to a folder.</summary>
    public string Manifests { get; init => field = value ?? ""; } = "";

    /// <summary>The folder that they were written to.</summary>
    public string? Folder { get; init; }
}
