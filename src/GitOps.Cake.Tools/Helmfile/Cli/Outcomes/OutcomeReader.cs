using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Diffs;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Logs;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Cli.Outcomes;

/// <summary>Tells what became of releases: by the summary, else by helm's own lines, else by how the call ended.</summary>
internal sealed class OutcomeReader(HelmfileLog log, DiffReading diff, HelmfileError? error, CallEnd end)
{
    private const string Deployed = "deployed";

    public ImmutableArray<ReleaseOutcome> Read(ImmutableArray<ReleaseId> planned) => [.. planned.Select(Read)];

    private ReleaseOutcome Read(ReleaseId release)
    {
        // The same release stands in two tables where it was uninstalled and installed again.
        var row = log.Summary.LastOrDefault(row => release.IsStatedFor(row.Release));
        return new()
        {
            Release = release,
            Outcome = row is null ? WithoutRow(release) : ByRow(release, row.Table),
            ChartVersion = row?.Version,
            Revision = Word(release)?.Revision,
            Duration = row?.Duration ?? TimeSpan.Zero,
        };
    }

    private ReleaseOutcomeKind ByRow(ReleaseId release, SummaryTable table) => table switch
    {
        SummaryTable.Updated => Applied(release),
        SummaryTable.Reinstalled => ReleaseOutcomeKind.Reinstalled,
        SummaryTable.Deleted => ReleaseOutcomeKind.Uninstalled,
        _ when log.IsCancelled(release.Name) => ReleaseOutcomeKind.Interrupted,
        SummaryTable.Failed => Rollback(release),
        _ => ReleaseOutcomeKind.FailedToUninstall,
    };

    private ReleaseOutcomeKind WithoutRow(ReleaseId release) => diff.Find(release)?.State switch
    {
        ComparedState.Failed => ReleaseOutcomeKind.Failed,
        ComparedState.Unchanged => ReleaseOutcomeKind.Unchanged,
        _ when error?.Release is { } blamed && blamed.IsStatedFor(release) => ReleaseOutcomeKind.Failed,
        _ when IsStarted(release) => Word(release) is { Status: Deployed } ? Applied(release) : ReleaseOutcomeKind.Unknown,
        _ when end is CallEnd.Failed or CallEnd.Interrupted or CallEnd.Crashed => ReleaseOutcomeKind.Skipped,
        _ => ReleaseOutcomeKind.Unknown,
    };

    /// <summary>Only helm's own words tell of a rollback, and helmfile shows those of the first failure.</summary>
    private ReleaseOutcomeKind Rollback(ReleaseId release)
    {
        var reason = error?.Release is { } blamed && blamed.IsStatedFor(release) ? error.Dumps.FirstOrDefault()?.Reason ?? "" : "";
        return reason.Contains("an error occurred while rolling back the release", StringComparison.Ordinal)
                || reason.Contains("an error occurred while uninstalling the release", StringComparison.Ordinal) ? ReleaseOutcomeKind.RollbackFailed
            : reason.Contains("has been rolled back due to", StringComparison.Ordinal) || reason.Contains("has been uninstalled", StringComparison.Ordinal) ? ReleaseOutcomeKind.RolledBack
            : ReleaseOutcomeKind.Failed;
    }

    /// <summary>Installs and upgrades stand in one table; helm's words tell them apart, else the revision that it lists afterwards.</summary>
    private ReleaseOutcomeKind Applied(ReleaseId release) => Word(release)?.Verb switch
    {
        HelmVerb.Upgraded => ReleaseOutcomeKind.Upgraded,
        HelmVerb.Installing => ReleaseOutcomeKind.Installed,
        _ => Revision(release) switch
        {
            1 => ReleaseOutcomeKind.Installed,
            > 1 => ReleaseOutcomeKind.Upgraded,
            _ => ReleaseOutcomeKind.Unknown,
        },
    };

    private int? Revision(ReleaseId release) => Word(release)?.Revision ?? log.Rows.LastOrDefault(row => release.IsStatedFor(row.Release))?.Revision;

    private HelmWord? Word(ReleaseId release) => log.Words.LastOrDefault(word => word.Is(release) && word.Namespace is not null)
        ?? log.Words.LastOrDefault(word => word.Is(release));

    private bool IsStarted(ReleaseId release) =>
        log.Upgrading.Any(started => release.IsStatedFor(started)) || log.Deleting.Contains(release.Name, StringComparer.Ordinal);
}
