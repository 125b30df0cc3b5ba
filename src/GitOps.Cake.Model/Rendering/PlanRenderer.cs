using GitOps.Cake.Plans;

namespace GitOps.Cake.Rendering;

/// <summary>
/// Shows a plan to people: in a console, as Markdown, in one line. Pure functions of the plan; what a chart or a value brought in
/// is text there, whatever it looks like to a terminal, a browser or a CI system.
/// </summary>
public static class PlanRenderer
{
    /// <summary>The plan for a console: a table of the releases, their changed resources and fields, the totals, the digest.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="style">How it looks; plain by default.</param>
    /// <returns>Lines that end with a newline each.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public static string ToConsole(this Plan plan, ConsoleStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanConsole(plan, style ?? new()).Render();
    }

    /// <summary>The plan as Markdown for GitHub: totals, a table of the releases, a collapsed section with the diff per release.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="style">How it looks.</param>
    /// <returns>Markdown that is inert: no HTML, mention or reference of a chart comes alive.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public static string ToMarkdown(this Plan plan, MarkdownStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanMarkdown(plan, style ?? new()).Render();
    }

    /// <summary>The totals in one line, as in <c>Plan: 2 to install, 1 to upgrade, …</c> or <c>No changes. …</c></summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public static string ToSummary(this Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return PlanWords.Totals(plan);
    }
}
