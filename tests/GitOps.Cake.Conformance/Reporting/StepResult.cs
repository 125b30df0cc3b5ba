using System.Collections.Immutable;

namespace GitOps.Cake.Conformance.Reporting;

/// <summary>What became of one step.</summary>
/// <param name="Number">The step's number.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Details">Differences, or why it is better, refused or not run.</param>
internal sealed record StepResult(int Number, Verdict Verdict, ImmutableArray<string> Details);
