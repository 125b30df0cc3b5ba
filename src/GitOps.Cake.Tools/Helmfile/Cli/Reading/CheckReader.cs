using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Logs;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Cli.Reading;

/// <summary>Reads what <c>lint</c>, <c>unittest</c> and <c>test</c> came to.</summary>
internal static partial class CheckReader
{
    /// <summary>Charts are examined one after another, so what helm printed is in the order of the log.</summary>
    public static CheckReport Lint(HelmfileAnswer answer, HelmfileLog log, KnownProject project, HelmfileError? error)
    {
        ImmutableArray<VerbLine> names = [.. log.Verbs.Where(line => line.Verb == "Linting")];
        var blocks = Blocks(answer.OutputLines);
        if (error is null && blocks.FirstOrDefault(block => !Passed(block)) is { } cut)
            throw answer.Unreadable($"the examination of the chart in \"{cut.Split('\n')[0]}\" ends too early.");

        if (!answer.IsQuiet && error is null && blocks.Count != names.Length)
            throw answer.Unreadable($"it examined {names.Length} charts, and shows {blocks.Count}.");

        return new()
        {
            Releases = [.. names.Select((name, index) => Check(name, blocks.ElementAtOrDefault(index), IsPassed(name, index), project))],
        };

        bool IsPassed(VerbLine name, int index) => blocks.Count == names.Length ? Passed(blocks[index]) : error is null || !IsBlamed(name, error, names.Length);
    }

    public static CheckReport UnitTest(HelmfileAnswer answer, HelmfileLog log, KnownProject project, HelmfileError? error)
    {
        ImmutableArray<VerbLine> names = [.. log.Verbs.Where(line => line.Verb == "Unit testing")];
        return new()
        {
            Releases = [.. names.Select(name => Check(name, names.Length == 1 ? answer.Output : null, error is null || !IsBlamed(name, error, names.Length), project))],
        };
    }

    /// <summary>Of a test that was passed, helm's answer is in the log; of several failed ones only the first is told.</summary>
    public static CheckReport Test(HelmfileLog log, KnownProject project, HelmfileError? error) => new()
    {
        Releases =
        [
            .. log.Verbs.Where(line => line.Verb == "Testing").Select(name => Check(
                name,
                null,
                log.Words.Any(word => word.Name == name.Name && word.Status is not null) && error?.Release?.Name != name.Name,
                project)),
        ],
    };

    private static ReleaseCheck Check(VerbLine name, string? output, bool passed, KnownProject project) => new()
    {
        Release = project.Find(name.Name) ?? new(name.Name),
        Chart = name.Chart,
        Succeeded = passed,
        Output = output ?? "",
    };

    private static bool IsBlamed(VerbLine name, HelmfileError error, int count) =>
        count == 1 || error.Release?.Name == name.Name || error.Dumps.Any(dump => dump.Chart == name.Chart);

    private static bool Passed(string block) => PassedLine().IsMatch(block);

    private static List<string> Blocks(ImmutableArray<string> lines)
    {
        var blocks = new List<List<string>>();
        foreach (var line in lines)
        {
            if (line.StartsWith("==> Linting ", StringComparison.Ordinal))
                blocks.Add([]);

            if (blocks.Count > 0)
                blocks[^1].Add(line);
        }

        return [.. blocks.Select(block => string.Join('\n', block).TrimEnd('\n'))];
    }

    [GeneratedRegex(@"^[0-9]+ chart\(s\) linted, 0 chart\(s\) failed$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex PassedLine();
}
