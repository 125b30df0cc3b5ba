using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Results;

/// <summary>A file that was written for a release.</summary>
public sealed record WrittenFile
{
    /// <summary>Which release.</summary>
    public required ReleaseId Release { get; init; }

    /// <summary>The file, absolute.</summary>
    public required string Path { get; init; }
}
