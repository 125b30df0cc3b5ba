using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace GitOps.Cake.Helmfile.Cli.Failures;

/// <summary>Reads the calls of helm that an error of helmfile shows: titles at one indentation, what belongs to them below it.</summary>
internal static partial class HelmDumpReader
{
    private const string Arguments = "ARGS:";
    private const string Ended = "ERROR:";
    private const string Status = "EXIT STATUS";
    private const string Error = "STDERR:";
    private const string Combined = "COMBINED OUTPUT:";

    private static readonly string[] Titles = ["PATH:", Arguments, Ended, Status, Error, Combined];

    /// <summary>Reads every dump of an error.</summary>
    /// <param name="lines">The lines of the error.</param>
    /// <param name="isCut">Whether one of them lacks its end.</param>
    public static ImmutableArray<HelmDump> Read(ImmutableArray<string> lines, out bool isCut)
    {
        var dumps = ImmutableArray.CreateBuilder<HelmDump>();
        isCut = false;
        for (var index = 0; index < lines.Length; index++)
        {
            if (!StartLine().IsMatch(lines[index]))
                continue;

            var sections = Sections(lines[(index + 1)..]);
            isCut |= IsCut(sections);
            dumps.Add(new(
                [.. sections.GetValueOrDefault(Arguments, []).Select(Argument).OfType<string>()],
                Text(sections, Error),
                Text(sections, Combined)));
        }

        return dumps.DrainToImmutable();
    }

    private static Dictionary<string, List<string>> Sections(IEnumerable<string> lines)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? current = null;
        var indentation = -1;
        foreach (var line in lines)
        {
            var indent = line.Length - line.AsSpan().TrimStart(' ').Length;
            var title = Titles.FirstOrDefault(name => line.AsSpan(indent).SequenceEqual(name) && (indentation < 0 || indent == indentation));
            if (title is not null)
            {
                indentation = indent;
                if (!sections.TryAdd(title, current = []))
                    break;
            }
            else if (line.AsSpan().Trim().Length > 0 && indentation >= 0 && indent < indentation + 2)
            {
                break;
            }
            else
            {
                current?.Add(line.Length > indentation + 2 ? line[(indentation + 2)..] : "");
            }
        }

        return sections;
    }

    /// <summary>What helm printed stands there twice: by streams, and all of it.</summary>
    private static bool IsCut(Dictionary<string, List<string>> sections)
    {
        if (sections.GetValueOrDefault(Status) is not [{ Length: > 0 }, ..])
            return true;

        // A helm that ends by itself gives its reason; a hook's program may not.
        if (!sections.TryGetValue(Error, out var error))
            return sections.GetValueOrDefault(Arguments, []).Select(Argument).FirstOrDefault() is { } program && Path.GetFileNameWithoutExtension(program) == "helm"
                && sections.GetValueOrDefault(Ended) is [['e', 'x', 'i', 't', ..], ..];

        return !sections.TryGetValue(Combined, out var combined) || error.Exists(line => line.Length > 0 && !combined.Contains(line));
    }

    private static string? Text(Dictionary<string, List<string>> sections, string title) =>
        sections.TryGetValue(title, out var lines) ? string.Join('\n', lines).Trim('\n') : null;

    private static string? Argument(string line) => ArgumentLine().Match(line) is { Success: true } match ? match.Groups["argument"].Value : null;

    [GeneratedRegex("command \"[^\"]*\" exited with non-zero status:$", RegexOptions.CultureInvariant)]
    private static partial Regex StartLine();

    [GeneratedRegex(@"^[0-9]+: (?<argument>.*) \([0-9]+ bytes\)$", RegexOptions.CultureInvariant)]
    private static partial Regex ArgumentLine();
}
