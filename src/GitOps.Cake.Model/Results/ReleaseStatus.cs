using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Results;

/// <summary>What helm says of a release.</summary>
public sealed record ReleaseStatus
{
    /// <summary>Which release.</summary>
    public required ReleaseId Release { get; init; }

    /// <summary>The status of its last revision in helm's words, as in <c>deployed</c> or <c>pending-upgrade</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The number of that revision.</summary>
    public int? Revision { get; init; }

    /// <summary>Everything that helm says.</summary>
    public string Text { get; init => field = value ?? ""; } = "";
}
