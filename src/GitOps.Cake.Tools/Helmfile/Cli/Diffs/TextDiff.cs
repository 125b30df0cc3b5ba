using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>Reads helm-diff's text: per resource a title, and its body with marks in front of the lines.</summary>
internal static class TextDiff
{
    private const string Suppressed = "+ Changes suppressed on sensitive content of type ";

    private const string Emptied = "has changed, but diff is empty after suppression.";

    public static bool IsTitle(string line) => Title(line) is not null;

    public static ImmutableArray<DiffResource> Read(ImmutableArray<string> lines, DiffSection section, HelmfileAnswer answer)
    {
        var resources = ImmutableArray.CreateBuilder<DiffResource>();
        var start = 0;
        for (var index = 1; index <= lines.Length; index++)
        {
            if (index < lines.Length && Title(lines[index]) is null)
                continue;

            var resource = Title(lines[start]) ?? throw answer.Unreadable($"\"{lines[start]}\" tells nothing of a resource of {section.Release}.");
            resources.Add(resource with { Body = Body(resource, lines[(start + 1)..index], lines[start].EndsWith(Emptied, StringComparison.Ordinal), section, answer) });
            start = index;
        }

        return resources.DrainToImmutable();
    }

    private static DiffBody? Body(DiffResource resource, ImmutableArray<string> lines, bool hasNone, DiffSection section, HelmfileAnswer answer)
    {
        if (lines.FirstOrDefault(line => !DiffBody.IsLine(line)) is { } strange)
            throw answer.Unreadable($"the line \"{strange}\" is no part of the comparison of {section.Release}.");

        if (lines.IsEmpty)
            return hasNone ? null : throw SectionReader.Cut(section, answer);

        if (lines[0].StartsWith(Suppressed, StringComparison.Ordinal))
            return null;

        // Of a Secret nothing but sizes is shown, and an empty line ends it, or what is left out.
        if (RedactedSecret.IsShownBy(resource.Key, lines) && lines[^1] is not ("" or DiffBody.Omission))
            throw SectionReader.Cut(section, answer);

        return new([.. lines.Reverse().SkipWhile(line => line.Length == 0).Reverse()]);
    }

    private static DiffResource? Title(string line) => DiffKey.Read(line) is { } read && Kind(read.Message) is { } kind ? new(read.Key, kind) : null;

    private static ResourceChangeKind? Kind(string message) => message switch
    {
        "has been added:" => ResourceChangeKind.Added,
        "has been removed:" => ResourceChangeKind.Removed,
        "has changed:" => ResourceChangeKind.Changed,
        "changed ownership:" => ResourceChangeKind.Ownership,
        Emptied => ResourceChangeKind.Changed,
        _ => null,
    };
}
