using System.Collections.Immutable;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Plans;

/// <summary>One release of a plan: what an apply would do to it, and why.</summary>
public sealed record PlannedRelease
{
    /// <summary>Which release.</summary>
    public required ReleaseId Release { get; init; }

    /// <summary>What an apply does.</summary>
    public required ReleaseAction Action { get; init; }

    /// <summary>Why it does that.</summary>
    public required ChangeReason Reason { get; init; }

    /// <summary>The reason in words where there is more to say, such as the status of the last revision and the way out.</summary>
    public string? Detail { get; init; }

    /// <summary>Whether the release was compared with the cluster.</summary>
    public Comparison Comparison { get; init; }

    /// <summary>The chart as the state file names it.</summary>
    public string Chart { get; init => field = value ?? ""; } = "";

    /// <summary>The version of the chart that would be deployed, where it is known.</summary>
    public string? ChartVersion { get; init; }

    /// <summary>The version of the chart that is deployed.</summary>
    public string? DeployedChartVersion { get; init; }

    /// <summary>The last revision in the cluster, of any status; null where there is none.</summary>
    public int? Revision { get; init; }

    /// <summary>The status of that revision in helm's words, as in <c>deployed</c> or <c>pending-upgrade</c>.</summary>
    public string? Status { get; init; }

    /// <summary>SHA-256 over the deployed manifest as data; null where nothing is deployed.</summary>
    public string? DeployedDigest { get; init; }

    /// <summary>SHA-256 over the wanted manifest as data; null where the release is to be gone or could not be rendered.</summary>
    public string? DesiredDigest { get; init; }

    /// <summary>The resources that differ, by kind and name.</summary>
    public ImmutableArray<ResourceChange> Resources { get; init => field = value.OrEmpty(); } = [];

    /// <summary>For a release to be uninstalled: the one that installs nearly the same objects in this plan, where there is one.</summary>
    public ReleaseId? RenamedTo { get; init; }

    /// <summary>For a release to be installed: the one that is uninstalled with nearly the same objects in this plan, where there is one.</summary>
    public ReleaseId? RenamedFrom { get; init; }

    /// <summary>How many resources are the same on both sides.</summary>
    public int UnchangedResources { get; init; }

    /// <summary>
    /// Whether the deployed or the wanted manifest has a Secret, changed or not: its values are bound by the digest only where
    /// <see cref="Plan.SecretsBound"/> says so.
    /// </summary>
    public bool HasSecrets { get; init; }

    /// <summary>What stopped the comparison, where <see cref="Comparison"/> is <see cref="Comparison.Failed"/>.</summary>
    public string? Error { get; init; }

    /// <summary>How long rendering and comparing took; no part of the digest.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether an apply touches this release.</summary>
    public bool IsChange => Action is not (ReleaseAction.None or ReleaseAction.RecordOnly);

    /// <summary>Whether the comparison took place; otherwise nobody can know what an apply would do.</summary>
    public bool IsCompared => Comparison is Comparison.Compared or Comparison.Suppressed;
}
