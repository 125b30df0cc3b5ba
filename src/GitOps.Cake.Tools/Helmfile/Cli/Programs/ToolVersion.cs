using System.Globalization;
using System.Text.RegularExpressions;

namespace GitOps.Cake.Helmfile.Cli.Programs;

/// <summary>The version of helmfile, helm or one of its plugins.</summary>
internal readonly partial record struct ToolVersion(int Major, int Minor, int Patch) : IComparable<ToolVersion>
{
    /// <summary>Finds the first version in a text; null where there is none.</summary>
    public static ToolVersion? Find(string text) => Pattern().Match(text) is { Success: true } match
        ? new(Number(match, 1), Number(match, 2), Number(match, 3))
        : null;

    public static bool operator <(ToolVersion left, ToolVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(ToolVersion left, ToolVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(ToolVersion left, ToolVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ToolVersion left, ToolVersion right) => left.CompareTo(right) >= 0;

    public int CompareTo(ToolVersion other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9.])v?([0-9]{1,6})\.([0-9]{1,6})\.([0-9]{1,6})", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
