using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Diffs;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Cli.Outcomes;

/// <summary>What a call that compares or changes releases tells.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Diff">The comparison; empty where there was none.</param>
/// <param name="Outcomes">What became of every release; empty where nothing was to be changed.</param>
/// <param name="Error">The error; null where there is none.</param>
internal sealed record ChangeReading(CallEnd End, DiffReading Diff, ImmutableArray<ReleaseOutcome> Outcomes, HelmfileError? Error);
