using System.Collections.Immutable;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Reports;

/// <summary>What an apply did, release by release.</summary>
public sealed record ApplyReport
{
    /// <summary>The version of the JSON form that this library writes; it reads this one and those before it.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The version of the JSON form.</summary>
    /// <value>Always <see cref="CurrentSchemaVersion"/>: a report in memory has the form of the library that holds it.</value>
    public int SchemaVersion => CurrentSchemaVersion;

    /// <summary>Whether every release is as it was wanted.</summary>
    public bool Succeeded => !Interrupted && Errors.IsEmpty && Releases.All(release => !release.IsFailure);

    /// <summary>Whether nothing was meant to change: the plan and the server's checks were all.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether the run was cut off.</summary>
    public bool Interrupted { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What became of every release of the plan, in the plan's order.</summary>
    public ImmutableArray<ReleaseOutcome> Releases { get; init => field = value.OrEmpty(); } = [];

    /// <summary>What failed and belongs to no release, such as a hook of the whole state file; each a full sentence.</summary>
    public ImmutableArray<string> Errors { get; init => field = value.OrEmpty(); } = [];

    /// <summary>What was to be done.</summary>
    public required Plan Plan { get; init; }
}
