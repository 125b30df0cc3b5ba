using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Cli.Answers;

namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>What stands in a comparison's output about one release: its line, and what helm-diff printed.</summary>
internal sealed partial record DiffSection(ReleaseId Release, string Chart, ImmutableArray<string> Lines)
{
    /// <exception cref="Tooling.UnreadableOutputException">Something stands in front of the first release.</exception>
    public static ImmutableArray<DiffSection> Split(HelmfileAnswer answer)
    {
        var sections = ImmutableArray.CreateBuilder<DiffSection>();
        var lines = answer.OutputLines;
        var start = 0;
        for (var index = 0; index <= lines.Length; index++)
        {
            if (index < lines.Length && !TitleLine().IsMatch(lines[index]))
                continue;

            if (index > start)
                sections.Add(Section(lines[start..index], answer));

            start = index;
        }

        return sections.DrainToImmutable();
    }

    private static DiffSection Section(ImmutableArray<string> lines, HelmfileAnswer answer)
    {
        if (TitleLine().Match(lines[0]) is not { Success: true } match)
            throw answer.Unreadable($"the line \"{lines[0]}\" belongs to no release.");

        return new(
            new(match.Groups["name"].Value, match.Groups["namespace"].Value),
            match.Groups["chart"].Value,
            lines[1..]);
    }

    [GeneratedRegex(@"^Comparing release=(?<name>[^,]+), chart=(?<chart>.*), namespace=(?<namespace>[^,]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleLine();
}
