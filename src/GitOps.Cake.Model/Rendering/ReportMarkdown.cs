using System.Text;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Rendering;

/// <summary>A report as Markdown.</summary>
internal sealed class ReportMarkdown(ApplyReport report, MarkdownStyle style)
{
    private readonly MarkdownDocument _document = new(style.MaximumLength);

    public string Render()
    {
        var what = report.DryRun ? "Dry run" : "Apply";
        _document.Add($"{new string('#', Math.Clamp(style.HeadingLevel, 1, 6))} {what} of {MarkdownText.Code(report.Plan.Scope)}\n");
        _document.Add($"**{ReportWords.Totals(report)}**\n");
        if (report.Interrupted)
        {
            _document.Add($"**{ReportWords.Interrupted.Replace("above", "below", StringComparison.Ordinal)}**\n");
        }

        if (report.DryRun)
        {
            _document.Add($"{ReportWords.DryRun}\n");
        }

        // Why something was skipped stands in the table, on one line.
        foreach (var release in report.Releases.Where(release => release is { IsFailure: true, Outcome: not ReleaseOutcomeKind.Skipped }))
        {
            Failure(release);
        }

        foreach (var error in report.Errors)
        {
            _document.Add($"{MarkdownText.Fence(error)}", "An error is too long for this place; it is in the log.\n");
        }

        if (!report.Releases.IsEmpty)
        {
            _document.Add(Table(), "The table of the releases is too long for this place; it is in the log.\n");
        }

        _document.Add($"Digest of the plan {MarkdownText.Code(report.Plan.Digest)}\n");
        return _document.ToString();
    }

    private void Failure(ReleaseOutcome release)
    {
        var head = $"{MarkdownText.Code(release.Release.ToString())} **{ReportWords.Outcome(release.Outcome)}**\n";
        var reason = release.Reason is { Length: > 0 } text ? $"\n{MarkdownText.Fence(text)}" : "";
        _document.Add($"{head}{reason}", $"{head}\nThe reason is too long for this place; it is in the log.\n", "");
    }

    private string Table()
    {
        var table = new StringBuilder("| Release | Outcome | Revision | Duration | Reason |\n|---|---|--:|--:|---|\n");
        foreach (var release in report.Releases)
        {
            var remark = ReportWords.Remark(release) is { Length: > 0 } text ? MarkdownText.Code(text) : "";
            table.Append("| ").AppendJoin(
                " | ",
                MarkdownText.Code(release.Release.ToString()),
                ReportWords.Outcome(release.Outcome),
                ReportWords.Revision(release),
                ReportWords.Duration(release),
                remark).Append(" |\n");
        }

        return table.ToString();
    }
}
