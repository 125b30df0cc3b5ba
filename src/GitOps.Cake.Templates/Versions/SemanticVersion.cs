using System.Globalization;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Versions;

/// <summary>A version, read loosely: <c>v1</c>, <c>1.2</c> and <c>01.2.3</c> are versions, too.</summary>
internal sealed record SemanticVersion(ulong Major, ulong Minor, ulong Patch, string Prerelease, string Metadata, string Original)
    : IGoNamedValue, IGoMethods, IComparable<SemanticVersion>
{
    /// <summary>Set for what the Inc methods give: a value, where everything else is a pointer and has a few more methods.</summary>
    public bool IsValue { get; init; }

    public string TypeName => IsValue ? "semver.Version" : "*semver.Version";

    public string Kind => IsValue ? "struct" : "ptr";

    public string Text => ToString();

    public object? Plain => ToString();

    /// <exception cref="TemplateFunctionException">The text is no version.</exception>
    public static SemanticVersion Parse(string text) =>
        VersionReader.TryRead(text, out var parts) && parts.Length == text.Length
            ? From(parts, text)
            : throw new TemplateFunctionException("invalid semantic version");

    public TemplateFunction? FindMethod(string name) =>
        IsValue && name is ("Original" or "Compare" or "Equal" or "LessThan" or "LessThanEqual" or "GreaterThan" or "GreaterThanEqual")
            ? null
            : VersionMethods.Find(this, name);

    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
            return 1;

        var order = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return order != 0 ? order : Prereleases.Compare(Prerelease, other.Prerelease);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Major}.{Minor}.{Patch}{(Prerelease.Length > 0 ? "-" : "")}{Prerelease}{(Metadata.Length > 0 ? "+" : "")}{Metadata}");

    /// <summary>This version with other numbers, no prerelease and no metadata; a v in front stays.</summary>
    public SemanticVersion At(ulong major, ulong minor, ulong patch)
    {
        var next = new SemanticVersion(major, minor, patch, "", "", "");
        return next with { Original = (Original.StartsWith('v') ? "v" : "") + next, IsValue = true };
    }

    private static SemanticVersion From(VersionParts parts, string text)
    {
        var version = new SemanticVersion(
            Number(parts.Major), Number(parts.Minor), Number(parts.Patch), parts.Prerelease, parts.Metadata, text);
        foreach (var part in parts.Prerelease.Split('.'))
        {
            if (part.Length > 1 && part[0] == '0' && !part.AsSpan().ContainsAnyExceptInRange('0', '9'))
                throw new TemplateFunctionException("version segment starts with 0");
        }

        return version;
    }

    private static ulong Number(string digits)
    {
        if (digits.Length == 0)
            return 0;
        return ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new TemplateFunctionException(
                $"error parsing version segment: strconv.ParseUint: parsing {Texts.GoQuote.Quote(digits)}: value out of range");
    }
}
