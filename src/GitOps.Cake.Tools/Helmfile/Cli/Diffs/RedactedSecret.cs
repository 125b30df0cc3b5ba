using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GitOps.Cake.Helmfile.Cli.Diffs;

/// <summary>A Secret as helm-diff shows it: of each value its size, and whether it differs.</summary>
internal static partial class RedactedSecret
{
    // helm's records cannot hold a larger Secret.
    private const int LargestSize = 4 * 1024 * 1024;

    public static bool IsShownBy(DiffKey key, ImmutableArray<string> lines) =>
        key is { Kind: "Secret", Group: "v1" } && lines.Any(line => Placeholder().IsMatch(line));

    /// <summary>
    /// Puts values of the told sizes in the place of the sizes, equal ones where helm-diff says that they are: what compares whole
    /// Secrets then tells the same of them.
    /// </summary>
    public static string WithStandIns(string manifest) => Placeholder().Replace(manifest, match => StandIn(match.Groups["mark"].Value[0], match.Groups["size"].Value));

    private static string StandIn(char mark, string size)
    {
        var value = new byte[Math.Min(int.Parse(size, CultureInfo.InvariantCulture), LargestSize)];
        Array.Fill(value, (byte)mark);
        return $"\"{Convert.ToBase64String(value)}\"";
    }

    [GeneratedRegex(@"'?(?<mark>REDACTED|-{8}|\+{8}) # \((?<size>[0-9]{1,9}) bytes\)'?", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
