using System.Globalization;
using System.Text.RegularExpressions;

namespace GitOps.Cake.Helm;

/// <summary>The version of a helm program.</summary>
internal readonly partial record struct HelmVersion(int Major, int Minor, int Patch) : IComparable<HelmVersion>
{
    /// <summary>
    /// The oldest helm that does all that is asked of it: <c>--dry-run=server</c> and rendering with a list of API versions work the
    /// same way since then, and older ones are out of support since 2024.
    /// </summary>
    public static HelmVersion Minimum { get; } = new(3, 14, 0);

    /// <summary>The first that knows <c>--hide-notes</c>; what an older one prints is shown nowhere.</summary>
    public static HelmVersion HidesNotes { get; } = new(3, 16, 0);

    /// <summary>The first that knows <c>--take-ownership</c>; an older one refuses objects of others in its own words.</summary>
    public static HelmVersion TakesOwnership { get; } = new(3, 17, 0);

    public bool IsHelm4 => Major >= 4;

    /// <summary>Reads <c>v3.17.2+gcc0bbbd</c>; null where the text is no version.</summary>
    public static HelmVersion? Parse(string text) => Pattern().Match(text) is { Success: true } match
        ? new(Number(match, 1), Number(match, 2), Number(match, 3))
        : null;

    public int CompareTo(HelmVersion other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"v([0-9]{1,6})\.([0-9]{1,6})\.([0-9]{1,6})", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
