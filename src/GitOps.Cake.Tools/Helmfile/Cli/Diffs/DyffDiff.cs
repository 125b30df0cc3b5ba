using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Cli.Answers;

namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>Reads helm-diff's form <c>dyff</c>, which is made for people: only whether anything but additions is in it.</summary>
internal static partial class DyffDiff
{
    public static ComparedState Read(ImmutableArray<string> lines, DiffSection section, HelmfileAnswer answer)
    {
        var marks = lines.Zip(lines.Skip(1)).Where(pair => PathLine().IsMatch(pair.First)).Select(pair => pair.Second).ToArray();
        if (marks.Length == 0 || !PathLine().IsMatch(lines.First(line => line.Length > 0)) || !marks.All(mark => MarkLine().IsMatch(mark)))
            throw answer.Unreadable($"the comparison of {section.Release} is in none of helm-diff's forms.");

        // An empty line ends every block.
        if (lines[^1].Length > 0)
            throw SectionReader.Cut(section, answer);

        return marks.All(mark => AdditionLine().IsMatch(mark)) ? ComparedState.Added : ComparedState.Changed;
    }

    [GeneratedRegex(@"^(?:\(root level\)(?:  \(.+\))?|\S.*  \([^\s()]+/[^\s()]+/[^()]+\))$", RegexOptions.CultureInvariant)]
    private static partial Regex PathLine();

    [GeneratedRegex(@"^[±+⇆-] \S", RegexOptions.CultureInvariant)]
    private static partial Regex MarkLine();

    [GeneratedRegex(@"^\+ \S+ documents? added:$", RegexOptions.CultureInvariant)]
    private static partial Regex AdditionLine();
}
