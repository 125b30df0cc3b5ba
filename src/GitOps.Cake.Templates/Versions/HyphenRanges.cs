using System.Text.RegularExpressions;

namespace GitOps.Cake.Templates.Versions;

/// <summary>Turns <c>1.2 - 1.4.5</c> into two constraints.</summary>
internal static partial class HyphenRanges
{
    private const string Version =
        @"v?[0-9xX|*]+(?:\.[0-9xX|*]+)?(?:\.[0-9xX|*]+)?(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?";

    public static string Rewrite(string range) =>
        range.Contains(" - ", StringComparison.Ordinal) || range.Contains('-', StringComparison.Ordinal)
            ? Hyphen().Replace(range, static match => $">= {match.Groups["from"].Value}, <= {match.Groups["to"].Value} ")
            : range;

    [GeneratedRegex($@"\s*(?<from>{Version})\s+-\s+(?<to>{Version})\s*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hyphen();
}
