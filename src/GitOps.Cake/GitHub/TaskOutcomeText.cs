using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Reports;

namespace GitOps.Cake.GitHub;

/// <summary>What became of a task, in the few words that a status has room for: which release, and why.</summary>
internal static class TaskOutcomeText
{
    /// <summary>The words for a task that ended.</summary>
    /// <param name="session">The run, which knows what the task published.</param>
    /// <param name="task">The task.</param>
    /// <param name="failure">What it failed with; null where it did not.</param>
    /// <param name="duration">How long it took.</param>
    public static string Of(GitOpsSession session, Type task, Exception? failure, TimeSpan duration)
    {
        var (report, plan) = (session.Published<ApplyReport>(task), session.Published<Plan>(task));
        return failure is null
            ? report?.ToSummary() ?? plan?.ToSummary() ?? FormattableString.Invariant($"Succeeded in {duration.TotalSeconds:0} s")
            : Failed(report) ?? Failed(plan) ?? FirstLine(failure.Message);
    }

    /// <summary>Which release of an apply failed, and why; null where none did.</summary>
    public static string? Failed(ApplyReport? report) =>
        report?.Releases.FirstOrDefault(release => release.IsFailure && release.Outcome != ReleaseOutcomeKind.Skipped) is { } failed
            ? $"{failed.Release} {failed.Outcome.ToString().ToLowerInvariant()}: {FirstLine(failed.Reason ?? "")}".TrimEnd(' ', ':')
            : null;

    private static string? Failed(Plan? plan) =>
        plan?.Releases.FirstOrDefault(release => release.Comparison == Comparison.Failed) is { } failed
            ? $"{failed.Release} not compared: {FirstLine(failed.Error ?? "")}".TrimEnd(' ', ':')
            : null;

    private static string FirstLine(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
}
