using System.Collections.Concurrent;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>What became of the releases so far, and what that means for those still to come.</summary>
internal sealed class OutcomeBoard(FailurePolicy policy)
{
    public const string RunInterrupted = "The run was interrupted before it.";

    private readonly ConcurrentDictionary<PreparedRelease, ReleaseOutcome> _outcomes = new(ReferenceEqualityComparer.Instance);

    public void Put(PreparedRelease release, ReleaseOutcome outcome) => _outcomes[release] = outcome;

    public ReleaseOutcome Of(PreparedRelease release) =>
        _outcomes.GetValueOrDefault(release) ?? Outcomes.Skipped(release, "It was never reached.");

    /// <summary>Why a release must not be tried; null where it may.</summary>
    public string? ObstacleTo(PreparedRelease release, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? RunInterrupted
        : policy == FailurePolicy.SkipDependents ? FailedNeed(release)
        : FirstFailure() is { } failed ? $"Release {failed.Release} failed before it."
        : null;

    private string? FailedNeed(PreparedRelease release)
    {
        var failed = _outcomes.FirstOrDefault(entry => entry.Value.IsFailure && release.Release.Needs.Contains(entry.Key.Release.Id)).Value;
        return failed is null ? null : $"It needs {failed.Release}, which {(failed.Outcome == ReleaseOutcomeKind.Skipped ? "was skipped" : "failed")}.";
    }

    // An uninstall that fails does not stop what follows: helmfile goes on as well, and what is left is named in the report.
    private ReleaseOutcome? FirstFailure() =>
        _outcomes.Values.FirstOrDefault(outcome => outcome.IsFailure
            && outcome.Outcome is not (ReleaseOutcomeKind.Skipped or ReleaseOutcomeKind.FailedToUninstall));
}
