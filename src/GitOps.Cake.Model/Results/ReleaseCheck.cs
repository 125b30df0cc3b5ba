using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Results;

/// <summary>What the check of one release came to.</summary>
public sealed record ReleaseCheck
{
    /// <summary>Which release.</summary>
    public required ReleaseId Release { get; init; }

    /// <summary>The chart as the state file names it.</summary>
    public string Chart { get; init => field = value ?? ""; } = "";

    /// <summary>Whether it was passed.</summary>
    public bool Succeeded { get; init; }

    /// <summary>What helm said, without secrets.</summary>
    public string Output { get; init => field = value ?? ""; } = "";

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }
}
