using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>
/// Reads what helm-diff printed of a release, in whichever of its forms: a state file or a variable of the environment may have
/// chosen another than the one that was asked for.
/// </summary>
internal static class SectionReader
{
    private const string NewRelease = "********************";

    /// <exception cref="Tooling.UnreadableOutputException">The text is none of helm-diff's, or was cut off.</exception>
    public static ComparedRelease Read(DiffSection section, HelmfileAnswer answer)
    {
        var lines = WithoutNotice(section.Lines, answer);
        if (lines.IsEmpty)
            return Of(section, []);

        // helmfile ends what helm-diff printed with one more line.
        if (lines[^1].Length > 0)
            throw Cut(section, answer);

        lines = lines[..^1];
        return lines.FirstOrDefault(line => line.Length > 0) switch
        {
            null => Of(section, []),
            ['[', ..] => Of(section, JsonDiff.Read(lines, section, answer)),
            { } first when SimpleDiff.IsLine(first) => Of(section, SimpleDiff.Read(lines, section, answer)),
            { } first when TextDiff.IsTitle(first) => Of(section, TextDiff.Read(lines, section, answer)),
            _ => Of(section, []) with { State = DyffDiff.Read(lines, section, answer), NamesResources = false },
        };
    }

    public static Tooling.UnreadableOutputException Cut(DiffSection section, HelmfileAnswer answer) =>
        answer.Unreadable($"the comparison of {section.Release} ends too early.");

    private static ComparedRelease Of(DiffSection section, ImmutableArray<DiffResource> resources) => new()
    {
        Release = section.Release,
        Chart = section.Chart,
        State = resources.IsEmpty ? ComparedState.Unchanged
            : resources.All(resource => resource.Change == ResourceChangeKind.Added) ? ComparedState.Added
            : ComparedState.Changed,
        Resources = resources,
    };

    /// <summary>helm-diff before 3.12.2 says in a box of stars that a release is new.</summary>
    private static ImmutableArray<string> WithoutNotice(ImmutableArray<string> lines, HelmfileAnswer answer)
    {
        var start = lines.IndexOf(NewRelease);
        if (start < 0)
            return lines;

        var end = lines.IndexOf(NewRelease, start + 1);
        return end < 0
            ? throw answer.Unreadable("the notice about a new release ends too early.")
            : [.. lines[..start], .. lines[(end + 1)..].SkipWhile(line => line.Length == 0 && start == 0)];
    }
}
