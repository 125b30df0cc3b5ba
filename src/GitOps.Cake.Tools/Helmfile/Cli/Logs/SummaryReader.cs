using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Cli.Answers;

namespace GitOps.Cake.Helmfile.Cli.Logs;

/// <summary>
/// Reads the tables of a summary in all their layouts: headings in capitals before 1.6, between signs of equality since then, centred
/// over the table since 1.7.1. Cells are found by the offsets of the headings, since some are empty.
/// </summary>
internal static partial class SummaryReader
{
    /// <summary>The table that a line is the title of; null where it is none.</summary>
    public static SummaryTable? Title(string line) => TitleLine().Match(line) is { Success: true } match
        ? match.Groups["title"].Value.ToUpperInvariant() switch
        {
            "UPDATED" => SummaryTable.Updated,
            "REINSTALLED" => SummaryTable.Reinstalled,
            "DELETED" => SummaryTable.Deleted,
            "FAILED" => SummaryTable.Failed,
            _ => SummaryTable.FailedToDelete,
        }
        : null;

    /// <summary>Reads the rows under a title.</summary>
    /// <param name="answer">What the lines are from.</param>
    /// <param name="table">The title.</param>
    /// <param name="lines">The lines under the title, up to an empty one.</param>
    public static IEnumerable<SummaryRow> Rows(HelmfileAnswer answer, SummaryTable table, IReadOnlyList<string> lines)
    {
        if (lines.Count < 2 || !lines[0].StartsWith("NAME ", StringComparison.Ordinal))
            throw answer.Unreadable($"the summary of releases ({table}) has no rows.");

        var heading = lines[0];
        return lines.Skip(1).Select(line => Row(table, heading, line) ?? throw answer.Unreadable($"a row of its summary is cut off: \"{line}\"."));
    }

    private static SummaryRow? Row(SummaryTable table, string heading, string line)
    {
        var end = line.LastIndexOf(' ') + 1;
        if (end == 0 || Duration(line[end..]) is not { } duration || Cell(heading, "NAME", line, end) is not { Length: > 0 } name)
            return null;

        return new(
            table,
            new(name, Cell(heading, "NAMESPACE", line, end) ?? ""),
            Cell(heading, "VERSION", line, end) is { Length: > 0 } version ? version : null,
            duration);
    }

    private static string? Cell(string heading, string column, string line, int end)
    {
        var match = Regex.Match(heading, $@"\b{column}\b *");
        if (!match.Success)
            return null;

        var start = Math.Min(match.Index, end);
        return line[start..Math.Min(match.Index + match.Length, end)].Trim();
    }

    private static TimeSpan? Duration(string text) => DurationText().Match(text) is { Success: true } match
        ? new TimeSpan(Number(match, "hours"), Number(match, "minutes"), Number(match, "seconds"))
        : null;

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?:=* ?(?<title>Updated|Reinstalled|Deleted|Failed|Failed to Delete) Releases =*|(?<title>UPDATED|REINSTALLED|DELETED|FAILED|FAILED TO DELETE) RELEASES:)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex TitleLine();

    [GeneratedRegex(@"^(?:(?<hours>[0-9]{1,6})h)?(?:(?<minutes>[0-9]{1,2})m)?(?<seconds>[0-9]{1,2})s$", RegexOptions.CultureInvariant)]
    private static partial Regex DurationText();
}
