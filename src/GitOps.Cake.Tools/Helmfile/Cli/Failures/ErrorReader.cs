using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Logs;

namespace GitOps.Cake.Helmfile.Cli.Failures;

/// <summary>Reads the error at the end of the log, and finds the release that it blames.</summary>
internal static partial class ErrorReader
{
    /// <exception cref="Tooling.UnreadableOutputException">There is no error, or only the start of one.</exception>
    public static HelmfileError Read(HelmfileAnswer answer, HelmfileLog log, KnownProject project)
    {
        var lines = Lines(answer);
        if (lines.IsEmpty)
            throw answer.Unreadable($"it ended with exit code {answer.ExitCode}, but its standard error tells no error.");

        var dumps = HelmDumpReader.Read(lines, out var isCut);
        if (isCut || lines.Last(line => line.Length > 0).EndsWith(':') || Several().Match(lines[0]) is { Success: true } several && Count(lines) != several.Groups["count"].Value)
            throw answer.Unreadable("its error ends too early.");

        return new(string.Join('\n', lines).TrimEnd(), Blamed(lines, dumps, log, project), dumps);
    }

    /// <summary>
    /// The error comes last. It starts with the state file that it is about, else with the words for several errors; else it is what
    /// follows the last line that is known to be of the log.
    /// </summary>
    private static ImmutableArray<string> Lines(HelmfileAnswer answer)
    {
        var lines = answer.LogLines;
        for (var index = lines.Length - 1; index >= 0; index--)
        {
            if (StartLine().IsMatch(lines[index]))
                return lines[index..];
        }

        var start = lines.Length;
        while (start > 0 && !IsOfLog(lines[start - 1]))
            start--;

        // The rows of a table are no error.
        if (start > 0 && SummaryReader.Title(lines[start - 1]) is not null)
            start += lines[start..].TakeWhile(line => line.Length > 0).Count();

        return [.. lines[start..].SkipWhile(line => line.Length == 0)];
    }

    private static string Count(ImmutableArray<string> lines) =>
        lines.Count(line => OneOfSeveral().IsMatch(line)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static ReleaseId? Blamed(ImmutableArray<string> lines, ImmutableArray<HelmDump> dumps, HelmfileLog log, KnownProject project)
    {
        var named = NamedRelease().Match(lines[0]) is { Success: true } match ? match.Groups["name"].Value : null;
        if (dumps.FirstOrDefault() is not { } dump)
            return named is null ? null : Find(named, log, project);

        return (named ?? dump.Release ?? Linted(dump, log)) is { } name ? new(name, dump.Namespace) : null;
    }

    /// <summary>helm lint is told of no release; the names of values files begin with it.</summary>
    private static string? Linted(HelmDump dump, HelmfileLog log)
    {
        var candidates = log.Verbs.Where(line => line.Chart.Length > 0 && line.Chart == dump.Chart).Select(line => line.Name).Distinct(StringComparer.Ordinal).ToArray();
        if (candidates.Length <= 1)
            return candidates.FirstOrDefault();

        var files = dump.Values("--values").Select(Path.GetFileName).ToArray();
        var prefix = dump.Namespace.Length > 0 ? $"{dump.Namespace}-" : "";
        return candidates.Where(name => files.Any(file => file!.StartsWith($"{prefix}{name}-values-", StringComparison.Ordinal))).ToArray() is [var only] ? only : null;
    }

    private static ReleaseId Find(string name, HelmfileLog log, KnownProject project) =>
        log.Upgrading.Concat(log.Suppressed).Concat(log.Summary.Select(row => row.Release)).Concat(log.Rows.Select(row => row.Release))
            .FirstOrDefault(release => release.Name == name)
        ?? project.Find(name)
        ?? new(name);

    private static bool IsOfLog(string line) => LogLine().IsMatch(line) || SummaryReader.Title(line) is not null || ListRow.Read(line) is not null;

    [GeneratedRegex(@"^(?:in \S.*?: |Failed with [0-9]+ errors:$|panic: )", RegexOptions.CultureInvariant)]
    private static partial Regex StartLine();

    [GeneratedRegex("^Failed with (?<count>[0-9]+) errors:$", RegexOptions.CultureInvariant)]
    private static partial Regex Several();

    [GeneratedRegex("^Error [0-9]+:$", RegexOptions.CultureInvariant)]
    private static partial Regex OneOfSeveral();

    [GeneratedRegex("""(?:failed processing release (?<name>[^\s:]+):|release "(?<name>[^"]+)" failed:|release "(?<name>[^"]+)" in )""", RegexOptions.CultureInvariant)]
    private static partial Regex NamedRelease();

    [GeneratedRegex(
        @"^(?:(?:Building dependency|Comparing|Upgrading|Templating|Linting|Unit testing) release=|Adding repo |Updating repo|Logging in to registry|Updating dependency |Getting status |Listing releases matching |Decrypting secret |Fetching |Pulling |Deleting |Testing |Writing values file |Release ""?\S+ |(?:NAME|LAST DEPLOYED|NAMESPACE|STATUS|REVISION|DESCRIPTION|TEST SUITE): |Affected releases are:|  \S+ \(.*\) (?:UPDATED|DELETED)$|Identified at least one change$|No affected releases$|hook\[)",
        RegexOptions.CultureInvariant)]
    private static partial Regex LogLine();
}
