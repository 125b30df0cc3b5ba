using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace GitOps.Cake.Helmfile.Cli.Answers;

/// <summary>Texts of a program as if it had printed to no terminal.</summary>
internal static partial class PlainText
{
    /// <summary>Without colours, which some headings have even in a pipe, and without carriage returns at the ends of lines.</summary>
    public static string Of(string text) => Colour().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), "");

    /// <summary>The lines without their ends; what follows the last end is a line only where there is something.</summary>
    public static ImmutableArray<string> Lines(string text)
    {
        if (text.Length == 0)
            return [];

        var lines = text.Split('\n');
        return [.. lines[^1].Length == 0 ? lines[..^1] : lines];
    }

    /// <summary>Whether a text has characters that nobody prints. What moves a cursor may come from a hook.</summary>
    public static bool IsBinary(string text) => Binary().IsMatch(text);

    [GeneratedRegex(@"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd]", RegexOptions.CultureInvariant)]
    private static partial Regex Binary();

    [GeneratedRegex("\u001b\\[[0-9;]*m", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}
