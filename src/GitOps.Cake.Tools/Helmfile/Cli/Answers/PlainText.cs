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

    [GeneratedRegex("\u001b\\[[0-9;]*m", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}
