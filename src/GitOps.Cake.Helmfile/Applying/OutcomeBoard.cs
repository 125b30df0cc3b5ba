using System.Collections.Concurrent;
using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>What became of the releases so far.</summary>
internal sealed class OutcomeBoard
{
    public const string RunInterrupted = "The run was interrupted before it.";

    private readonly ConcurrentDictionary<PreparedRelease, ReleaseOutcome> _outcomes = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentQueue<string> _errors = new();

    /// <summary>What failed and belongs to no release.</summary>
    public ImmutableArray<string> Errors => [.. _errors];

    public void Put(PreparedRelease release, ReleaseOutcome outcome) => _outcomes[release] = outcome;

    public void Put(string error) => _errors.Enqueue(error);

    public ReleaseOutcome Of(PreparedRelease release) => _outcomes.GetValueOrDefault(release)
        ?? (release.Planned.IsChange ? Outcomes.Skipped(release, "It was never reached.") : Outcomes.Unchanged(release));

    /// <summary>The first of some releases that is not as it was wanted, through no fault of another one.</summary>
    public ReleaseOutcome? FirstFailure(IEnumerable<PreparedRelease> releases) => releases
        .Select(release => _outcomes.GetValueOrDefault(release))
        .FirstOrDefault(outcome => outcome is { IsFailure: true, Outcome: not ReleaseOutcomeKind.Skipped });

    /// <summary>Why a release cannot be tried although only dependents of failed ones are to be skipped; null where it can.</summary>
    /// <remarks>An uninstall goes the other way: what is still there keeps what it needs.</remarks>
    public string? FailedNeighbour(PreparedRelease release) => _outcomes
        .Where(entry => entry.Value.IsFailure && (entry.Key.Planned.Action == ReleaseAction.Uninstall) == (release.Planned.Action == ReleaseAction.Uninstall))
        .Select(entry =>
            release.Planned.Action == ReleaseAction.Uninstall
                ? entry.Key.Release.Needs.Contains(release.Release.Id) ? $"{entry.Value.Release} needs it, which {State(entry.Value)}." : null
                : release.Release.Needs.Contains(entry.Key.Release.Id) ? $"It needs {entry.Value.Release}, which {State(entry.Value)}." : null)
        .FirstOrDefault(obstacle => obstacle is not null);

    private static string State(ReleaseOutcome outcome) => outcome.Outcome == ReleaseOutcomeKind.Skipped ? "was skipped" : "failed";
}
