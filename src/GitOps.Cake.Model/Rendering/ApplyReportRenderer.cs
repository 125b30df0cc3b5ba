using GitOps.Cake.Reports;

namespace GitOps.Cake.Rendering;

/// <summary>
/// Shows the report of an apply to people: in a console, as Markdown, in one line. Pure functions of the report; what a tool or a
/// chart said is text there, whatever it looks like to a terminal, a browser or a CI system.
/// </summary>
public static class ApplyReportRenderer
{
    /// <summary>The report for a console: what failed and why, a table of the releases, the totals.</summary>
    /// <param name="report">The report.</param>
    /// <param name="style">How it looks; plain by default.</param>
    /// <returns>Lines that end with a newline each.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public static string ToConsole(this ApplyReport report, ConsoleStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new ReportConsole(report, style ?? new()).Render();
    }

    /// <summary>The report as Markdown for GitHub: totals, what failed and why, a table of the releases.</summary>
    /// <param name="report">The report.</param>
    /// <param name="style">How it looks.</param>
    /// <returns>Markdown that is inert: no HTML, mention or reference of a tool's output comes alive.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public static string ToMarkdown(this ApplyReport report, MarkdownStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new ReportMarkdown(report, style ?? new()).Render();
    }

    /// <summary>The totals in one line, as in <c>Apply: 1 installed, 2 upgraded, …; 1 failed (34.2 s)</c>.</summary>
    /// <param name="report">The report.</param>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public static string ToSummary(this ApplyReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return ReportWords.Totals(report);
    }
}
