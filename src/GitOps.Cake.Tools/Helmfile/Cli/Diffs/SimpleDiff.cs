using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>Reads helm-diff's form <c>simple</c>: a line per resource, and their numbers.</summary>
internal static partial class SimpleDiff
{
    public static bool IsLine(string line) => Change(line) is not null || Totals().IsMatch(line);

    public static ImmutableArray<DiffResource> Read(ImmutableArray<string> lines, DiffSection section, HelmfileAnswer answer)
    {
        var resources = ImmutableArray.CreateBuilder<DiffResource>();
        foreach (var line in lines)
        {
            if (Change(line) is { } resource)
                resources.Add(resource);
            else if (Totals().Match(line) is { Success: true } totals)
                return Sum(totals) == resources.Count ? resources.ToImmutable() : throw SectionReader.Cut(section, answer);
            else if (line.Length > 0)
                throw answer.Unreadable($"\"{line}\" tells nothing of a resource of {section.Release}.");
        }

        throw SectionReader.Cut(section, answer);
    }

    private static DiffResource? Change(string line) => DiffKey.Read(line) is { } read && Kind(read.Message) is { } kind ? new(read.Key, kind) : null;

    private static ResourceChangeKind? Kind(string message) => message switch
    {
        "to be added." => ResourceChangeKind.Added,
        "to be removed." => ResourceChangeKind.Removed,
        "to be changed." => ResourceChangeKind.Changed,
        "to change ownership." => ResourceChangeKind.Ownership,
        _ => null,
    };

    private static int Sum(Match totals) => totals.Groups["count"].Captures.Sum(capture => int.Parse(capture.ValueSpan, CultureInfo.InvariantCulture));

    [GeneratedRegex(
        @"^Plan: (?<count>[0-9]{1,6}) to add, (?<count>[0-9]{1,6}) to change, (?<count>[0-9]{1,6}) to destroy, (?<count>[0-9]{1,6}) to change ownership\.$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Totals();
}
