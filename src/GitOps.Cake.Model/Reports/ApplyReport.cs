using System.Collections.Immutable;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Reports;

/// <summary>What an apply did, release by release.</summary>
public sealed record ApplyReport
{
    /// <summary>The version of the JSON form that this library writes.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The version of the JSON form.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>What was to be done.</summary>
    public required Plan Plan { get; init; }

    /// <summary>What became of every release of the plan, in the plan's order.</summary>
    public ImmutableArray<ReleaseOutcome> Releases { get; init; } = [];

    /// <summary>Whether nothing was meant to change: the plan and the server's checks were all.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether the run was cut off.</summary>
    public bool Interrupted { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether every release is as it was wanted.</summary>
    public bool Succeeded => !Interrupted && Releases.All(release => !release.IsFailure);
}
