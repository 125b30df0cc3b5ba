using System.Globalization;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Rendering;

/// <summary>A report in words, the same on every surface.</summary>
internal static class ReportWords
{
    public const string Interrupted = "The run was interrupted. Look at the releases above before it is started again.";

    public const string DryRun = "This was a dry run: nothing was changed.";

    // What went wrong, in the order in which it is told; only what happened is counted.
    private static readonly (string Words, ReleaseOutcomeKind[] Kinds)[] Failures =
    [
        ("failed", [ReleaseOutcomeKind.Failed, ReleaseOutcomeKind.FailedToUninstall]),
        ("rolled back", [ReleaseOutcomeKind.RolledBack]),
        ("with a failed rollback", [ReleaseOutcomeKind.RollbackFailed]),
        ("interrupted", [ReleaseOutcomeKind.Interrupted]),
        ("skipped", [ReleaseOutcomeKind.Skipped]),
        ("unknown", [ReleaseOutcomeKind.Unknown]),
    ];

    public static string Outcome(ReleaseOutcomeKind outcome) => outcome switch
    {
        ReleaseOutcomeKind.Unchanged => "unchanged",
        ReleaseOutcomeKind.Installed => "installed",
        ReleaseOutcomeKind.Upgraded => "upgraded",
        ReleaseOutcomeKind.Reinstalled => "reinstalled",
        ReleaseOutcomeKind.Uninstalled => "uninstalled",
        ReleaseOutcomeKind.Skipped => "skipped",
        ReleaseOutcomeKind.Failed => "failed",
        ReleaseOutcomeKind.FailedToUninstall => "failed to uninstall",
        ReleaseOutcomeKind.RolledBack => "failed, rolled back",
        ReleaseOutcomeKind.RollbackFailed => "failed, rollback failed too",
        ReleaseOutcomeKind.Interrupted => "interrupted",
        _ => "unknown",
    };

    public static Tone ToneOf(ReleaseOutcome outcome) => outcome switch
    {
        { Outcome: ReleaseOutcomeKind.Unchanged } => Tone.Faint,
        { Outcome: ReleaseOutcomeKind.Skipped } => Tone.Change,
        { IsFailure: true } => Tone.Remove,
        _ => Tone.Add,
    };

    public static string Totals(ApplyReport report)
    {
        int Count(params ReadOnlySpan<ReleaseOutcomeKind> kinds)
        {
            var count = 0;
            foreach (var release in report.Releases)
            {
                count += kinds.Contains(release.Outcome) ? 1 : 0;
            }

            return count;
        }

        string Counted(string words, params ReadOnlySpan<ReleaseOutcomeKind> kinds) =>
            string.Create(CultureInfo.InvariantCulture, $"{Count(kinds)} {words}");

        string[] done =
        [
            Counted("installed", ReleaseOutcomeKind.Installed, ReleaseOutcomeKind.Reinstalled),
            Counted("upgraded", ReleaseOutcomeKind.Upgraded),
            Counted("uninstalled", ReleaseOutcomeKind.Uninstalled),
            Counted("unchanged", ReleaseOutcomeKind.Unchanged),
        ];
        string[] not = [.. Failures.Where(failure => Count(failure.Kinds) > 0).Select(failure => Counted(failure.Words, failure.Kinds))];
        var failed = not.Length > 0 ? $"; {string.Join(", ", not)}" : "";
        return $"{(report.DryRun ? "Dry run" : "Apply")}: {string.Join(", ", done)}{failed} ({DurationText.Of(report.Duration)})";
    }

    public static string Revision(ReleaseOutcome outcome) => outcome.Revision?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>The time it took; nothing for what was never tried.</summary>
    public static string Duration(ReleaseOutcome outcome) => outcome.Duration > TimeSpan.Zero ? DurationText.Of(outcome.Duration) : "";

    /// <summary>The reason for the table: of those that failed it stands above, in full.</summary>
    public static string Remark(ReleaseOutcome outcome) => outcome switch
    {
        { Reason: null or "" } => "",
        { IsFailure: true, Outcome: not ReleaseOutcomeKind.Skipped } when outcome.Reason.Contains('\n', StringComparison.Ordinal) => "see above",
        _ => outcome.Reason,
    };
}
