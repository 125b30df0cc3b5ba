using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Cli.Answers;

namespace GitOps.Cake.Helmfile.Cli.Logs;

/// <summary>Reads the log: each line by its form, whatever stands around it.</summary>
internal sealed partial class LogReader
{
    private readonly HelmfileAnswer _answer;
    private readonly ImmutableArray<string> _lines;
    private readonly List<string> _built = [];
    private readonly List<ReleaseId> _suppressed = [];
    private readonly List<ReleaseId> _upgrading = [];
    private readonly List<ReleaseId> _listedBeforeUpgrade = [];
    private readonly List<string> _listings = [];
    private readonly List<ListRow> _rows = [];
    private readonly List<string> _deleting = [];
    private readonly List<string> _cancelled = [];
    private readonly List<AffectedRelease> _affected = [];
    private readonly List<SummaryRow> _summary = [];
    private readonly List<VerbLine> _verbs = [];
    private readonly HelmWordReader _words = new();

    private LogReader(HelmfileAnswer answer) => (_answer, _lines) = (answer, answer.LogLines);

    /// <exception cref="Tooling.UnreadableOutputException">A table of the log is cut off.</exception>
    public static HelmfileLog Read(HelmfileAnswer answer)
    {
        var reader = new LogReader(answer);
        for (var index = 0; index < reader._lines.Length; index++)
            index += reader.Line(index);

        return reader.Result();
    }

    /// <summary>What a line says of the release that is worked on now; null where it says no such thing.</summary>
    public static (string Verb, string Release)? WorkOf(string line)
    {
        if (ReleaseLine().Match(line) is { Success: true } release && release.Groups["verb"].Value != "Building dependency")
            return (release.Groups["verb"].Value, $"{new ReleaseId(release.Groups["name"].Value, release.Groups["namespace"].Value)}");

        return NameLine().Match(line) is { Success: true } name && name.Groups["verb"].Value is "Deleting" or "Getting status" or "Testing"
            ? (name.Groups["verb"].Value, name.Groups["name"].Value)
            : null;
    }

    private HelmfileLog Result() => new()
    {
        Built = [.. _built],
        Suppressed = [.. _suppressed],
        Upgrading = [.. _upgrading],
        ListedBeforeUpgrade = [.. _listedBeforeUpgrade],
        Listings = [.. _listings],
        Rows = [.. _rows],
        Deleting = [.. _deleting],
        Words = _words.Result(),
        Cancelled = [.. _cancelled],
        Affected = [.. _affected],
        Summary = [.. _summary],
        Verbs = [.. _verbs],
        FoundChange = _lines.Contains("Identified at least one change"),
        NothingAffected = _lines.Contains("No affected releases"),
    };

    /// <summary>Reads a line and those that belong to it.</summary>
    /// <returns>How many more lines were read.</returns>
    private int Line(int index)
    {
        var line = _lines[index];
        if (SummaryReader.Title(line) is { } table)
            return Table(index + 1, table);

        if (line == "Affected releases are:")
            return Affected(index + 1);

        if (ReleaseLine().Match(line) is { Success: true } release)
            Release(release.Groups["verb"].Value, release);
        else if (NameLine().Match(line) is { Success: true } name)
            Name(name.Groups["verb"].Value, name.Groups["name"].Value);
        else if (ListRow.Read(line) is { } row)
            _rows.Add(row);
        else if (CancelledLine().Match(line) is { Success: true } cancelled)
            _cancelled.Add(cancelled.Groups["name"].Value);
        else
            _words.Line(line);

        return 0;
    }

    private void Release(string verb, Match match)
    {
        var (name, chart) = (match.Groups["name"].Value, match.Groups["chart"].Value);
        var release = new ReleaseId(name, match.Groups["namespace"].Value);
        switch (verb)
        {
            case "Building dependency":
                _built.Add(name);
                break;
            case "Comparing":
                _suppressed.Add(release);
                break;
            case "Upgrading":
                if (_listings.Contains(name) && !_upgrading.Contains(release))
                    _listedBeforeUpgrade.Add(release);

                _upgrading.Add(release);
                break;
            default:
                _verbs.Add(new(verb, name, chart));
                break;
        }
    }

    private void Name(string verb, string name)
    {
        switch (verb)
        {
            case "Listing releases matching":
                _listings.Add(name.TrimStart('^').TrimEnd('$'));
                break;
            case "Deleting":
                _deleting.Add(name);
                break;
            default:
                _verbs.Add(new(verb, name));
                break;
        }
    }

    private int Table(int start, SummaryTable table)
    {
        var rows = Block(start);
        _summary.AddRange(SummaryReader.Rows(_answer, table, rows));
        return rows.Count;
    }

    private int Affected(int start)
    {
        var rows = Block(start);
        foreach (var row in rows)
        {
            if (AffectedLine().Match(row) is not { Success: true } match)
                throw _answer.Unreadable($"a line of its affected releases is cut off: \"{row}\".");

            _affected.Add(new(match.Groups["name"].Value, match.Groups["chart"].Value, match.Groups["verb"].Value == "DELETED"));
        }

        return rows.Count;
    }

    /// <summary>The lines up to an empty one, which every block ends with.</summary>
    private List<string> Block(int start)
    {
        var rows = _lines.Skip(start).TakeWhile(line => line.Length > 0).ToList();
        return start + rows.Count < _lines.Length
            ? rows
            : throw _answer.Unreadable(string.Create(CultureInfo.InvariantCulture, $"its log ends within the table of line {start}."));
    }

    [GeneratedRegex(
        @"^(?<verb>Building dependency|Comparing|Upgrading|Templating|Linting|Unit testing) release=(?<name>[^,]+), chart=(?<chart>.*?)(?:, namespace=(?<namespace>[^,]*))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ReleaseLine();

    [GeneratedRegex(@"^(?:(?<verb>Listing releases matching|Deleting|Getting status|Testing) (?<name>\S+)|(?<verb>Writing values file) (?<name>.+))$", RegexOptions.CultureInvariant)]
    private static partial Regex NameLine();

    [GeneratedRegex(@"^Release (?<name>\S+) has been cancelled\.$", RegexOptions.CultureInvariant)]
    private static partial Regex CancelledLine();

    [GeneratedRegex(@"^  (?<name>\S+) \((?<chart>.*)\) (?<verb>UPDATED|DELETED)$", RegexOptions.CultureInvariant)]
    private static partial Regex AffectedLine();
}
