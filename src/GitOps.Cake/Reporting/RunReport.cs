using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Reporting;

/// <summary>Shows plans and reports in the build's log, and turns what went wrong into the failure of a task.</summary>
internal static class RunReport
{
    public static string Text(Plan plan) => plan.ToConsole(Style());

    public static string Text(ApplyReport report) => report.ToConsole(Style());

    public static void Show(IRunLog log, Plan plan) => Show(log, Text(plan));

    public static void Show(IRunLog log, ApplyReport report) => Show(log, Text(report));

    /// <summary>Tells a text line by line.</summary>
    public static void Show(IRunLog log, string text)
    {
        foreach (var line in text.TrimEnd('\n').Split('\n'))
            log.Information(line);
    }

    /// <exception cref="GitOpsException">Some release was not compared.</exception>
    public static void ThrowIfPartial(Plan plan)
    {
        var failed = plan.Releases.Where(release => release.Comparison == Comparison.Failed).ToList();
        if (failed.Count > 0)
        {
            throw new GitOpsException(
                $"{failed.Count} of {plan.Releases.Length} releases could not be compared: "
                + $"{string.Join(", ", failed.Select(release => release.Release))}.\n"
                + string.Join('\n', failed.Select(release => $"{release.Release}: {release.Error}")));
        }
    }

    /// <exception cref="GitOpsException">Some release is not as it was wanted.</exception>
    public static void ThrowIfFailed(ApplyReport report)
    {
        if (report.Succeeded)
            return;

        var failed = report.Releases.Where(release => release.IsFailure && release.Outcome != ReleaseOutcomeKind.Skipped).ToList();
        var head = report.Interrupted ? "The apply was interrupted." : report.Plan.HasErrors ? "Nothing was changed." : "The apply failed.";
        throw new GitOpsException(
            $"{head} {report.ToSummary()}\n" + string.Join('\n', [.. failed.Select(release => $"{release.Release}: {release.Outcome}. {release.Reason}"), .. report.Errors]));
    }

    private static ConsoleStyle Style() =>
        ConsoleStyle.For(!Console.IsOutputRedirected, Console.IsOutputRedirected ? null : Console.WindowWidth, Environment.GetEnvironmentVariable);
}
