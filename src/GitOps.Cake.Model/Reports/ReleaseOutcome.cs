using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Reports;

/// <summary>What became of one release, and why.</summary>
public sealed record ReleaseOutcome
{
    /// <summary>Which release.</summary>
    public required ReleaseId Release { get; init; }

    /// <summary>What became of it.</summary>
    public required ReleaseOutcomeKind Outcome { get; init; }

    /// <summary>Why, in words: the error, the release that it waited for, the state it was left in. Null where there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>The revision afterwards, where it is known.</summary>
    public int? Revision { get; init; }

    /// <summary>The version of the chart that was deployed, where it is known.</summary>
    public string? ChartVersion { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether the release is not as it was wanted.</summary>
    public bool IsFailure => Outcome is not (ReleaseOutcomeKind.Unchanged or ReleaseOutcomeKind.Installed or ReleaseOutcomeKind.Upgraded
        or ReleaseOutcomeKind.Reinstalled or ReleaseOutcomeKind.Uninstalled);
}
