using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Outcomes;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Cli.Engine;

/// <summary>Everything that a plan is made of.</summary>
internal sealed record PlanMaking
{
    public required HelmfileScope Scope { get; init; }

    public required KnownProject Project { get; init; }

    public required ChangeReading Reading { get; init; }

    public required HelmfileAnswer Answer { get; init; }

    public required DiffOptions Diff { get; init; }

    /// <summary>Whether releases that helmfile would leave failed are tried again.</summary>
    public bool RetryFailed { get; init; }

    public PlanOrigin Origin { get; init; } = new();

    public ImmutableArray<PlannedCluster> Clusters { get; init; } = [];

    /// <summary>The namespace of releases that name none.</summary>
    public string DefaultNamespace { get; init; } = "default";

    /// <summary>Why the comparison failed; null where it did not.</summary>
    public string? Failure => EndMessage.Of(Reading.End, Answer, Reading.Error);
}
