using System.Collections.Immutable;

namespace GitOps.Cake.Conformance.Reporting;

/// <summary>What became of one case.</summary>
/// <param name="Name">The case's name.</param>
/// <param name="Steps">Its steps, as far as they were tried.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record CaseResult(string Name, ImmutableArray<StepResult> Steps, TimeSpan Duration)
{
    /// <summary>The worst verdict of the steps.</summary>
    public Verdict Verdict => Steps.Max(step => step.Verdict);

    public static CaseResult NotRun(string name, string reason) => new(name, [new(0, Verdict.NotRun, [reason])], TimeSpan.Zero);
}
