using System.Text.Json.Nodes;
using GitOps.Cake.Results;

namespace GitOps.Cake.Reporting;

/// <summary>What checks of releases came to.</summary>
internal static class CheckTexts
{
    public static string Text(CheckReport report) => report.Releases.IsEmpty
        ? "There was nothing to check."
        : string.Join('\n', report.Releases.Select(release => $"{release.Release}: {(release.Succeeded ? "passed" : "failed")}\n{release.Output.TrimEnd('\n')}"));

    public static JsonArray Rows(CheckReport report) => ResultJson.Array(report.Releases, release =>
    {
        var row = ResultJson.Of(release.Release);
        row["chart"] = release.Chart;
        row["succeeded"] = release.Succeeded;
        row["output"] = release.Output;
        return row;
    });

    /// <summary>Tells what checks came to, and fails where one failed.</summary>
    /// <exception cref="GitOpsException">A check failed.</exception>
    public static void ShowAndThrow(IRunLog log, string what, CheckReport report)
    {
        if (!report.Releases.IsEmpty)
            RunReport.Show(log, Text(report));

        ThrowIfFailed(what, report);
    }

    /// <exception cref="GitOpsException">A check failed.</exception>
    public static void ThrowIfFailed(string what, CheckReport report)
    {
        var failed = report.Releases.Where(release => !release.Succeeded).ToList();
        if (failed.Count > 0)
        {
            throw new GitOpsException(
                $"{what} of {failed.Count} of {report.Releases.Length} releases failed.\n"
                + string.Join('\n', failed.Select(release => $"{release.Release}: {release.Output.Trim()}")));
        }
    }
}
