using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.State.Files;

/// <summary>A part of a state file: what stands between two lines of exactly three dashes.</summary>
/// <param name="Text">Its text.</param>
/// <param name="FirstLine">The line of the file that it begins in.</param>
internal sealed record StatePart(string Text, int FirstLine)
{
    private const string Separator = "\n---\n";

    public static ImmutableArray<StatePart> Split(string text)
    {
        var parts = ImmutableArray.CreateBuilder<StatePart>();
        var (start, line) = (0, 1);
        while (text.IndexOf(Separator, start, StringComparison.Ordinal) is >= 0 and var end)
        {
            parts.Add(new(text[start..end], line));
            line += text.AsSpan(start, end + Separator.Length - start).Count('\n');
            start = end + Separator.Length;
        }

        parts.Add(new(text[start..], line));
        return parts.ToImmutable();
    }
}
