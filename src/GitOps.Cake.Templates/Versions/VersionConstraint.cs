namespace GitOps.Cake.Templates.Versions;

/// <summary>One condition: an operator and a version, of which the last numbers can be open.</summary>
/// <param name="Operator">The operator; empty for none.</param>
/// <param name="Version">The version, with zeros for what is open.</param>
/// <param name="Open">How many numbers are open, from the right; all three for <c>*</c>.</param>
internal sealed record VersionConstraint(string Operator, SemanticVersion Version, int Open)
{
    private static readonly string[] Operators = ["!=", ">=", "=>", "<=", "=<", "~>", "=", ">", "<", "~", "^"];

    private bool IsOpen => Open > 0;

    private bool MinorIsOpen => Open == 2;

    private bool PatchIsOpen => Open == 1;

    /// <summary>Reads a constraint off the beginning of a text.</summary>
    public static VersionConstraint? Read(ref ReadOnlySpan<char> text)
    {
        var sign = "";
        foreach (var candidate in Operators)
        {
            if (text.StartsWith(candidate, StringComparison.Ordinal))
            {
                sign = candidate;
                break;
            }
        }

        var rest = text[sign.Length..].TrimStart();
        if (!VersionReader.TryRead(rest, out var parts, wildcards: true))
            return null;

        text = rest[parts.Length..];
        return From(sign, parts);
    }

    public bool Contains(SemanticVersion version) => Operator switch
    {
        "!=" => Differs(version),
        ">" => IsAbove(version),
        "<" => version.CompareTo(Version) < 0,
        ">=" or "=>" => version.CompareTo(Version) >= 0,
        "<=" or "=<" => !IsOpen ? version.CompareTo(Version) <= 0 : !IsBehindOpenPart(version),
        "~" or "~>" => IsNear(version),
        "^" => IsCompatible(version),
        _ => IsOpen ? IsNear(version) : version.CompareTo(Version) == 0,
    };

    private static VersionConstraint? From(string sign, VersionParts parts)
    {
        var open = IsWildcard(parts.Major) ? 3 : IsWildcard(parts.Minor) ? 2 : IsWildcard(parts.Patch) ? 1 : 0;
        var numbers = open switch
        {
            3 => "0.0.0",
            2 => $"{parts.Major}.0.0",
            1 => $"{parts.Major}.{parts.Minor}.0",
            _ => $"{parts.Major}.{parts.Minor}.{parts.Patch}",
        };
        var written = open == 0 && parts.Metadata.Length > 0 ? $"+{parts.Metadata}" : "";
        var prerelease = parts.Prerelease.Length > 0 ? $"-{parts.Prerelease}" : "";
        try
        {
            return new(sign, SemanticVersion.Parse(numbers + prerelease + written), open);
        }
        catch (TemplateFunctionException exception)
        {
            throw new TemplateFunctionException("constraint parser error", exception);
        }
    }

    private static bool IsWildcard(string part) => part is "" or "x" or "X" or "*";

    private bool Differs(SemanticVersion version)
    {
        if (!IsOpen)
            return version.CompareTo(Version) != 0;
        if (version.Major != Version.Major)
            return true;
        if (MinorIsOpen)
            return false;
        if (version.Minor != Version.Minor)
            return true;
        if (PatchIsOpen)
            return (version.Prerelease.Length > 0 || Version.Prerelease.Length > 0) && Prereleases.CompareParts(version.Prerelease, Version.Prerelease) != 0;
        return version.Patch != Version.Patch || version.CompareTo(Version) != 0;
    }

    // Open parts stand for every number, so that 1.2.9 is not above 1.2.
    private bool IsAbove(SemanticVersion version)
    {
        if (!IsOpen)
            return version.CompareTo(Version) > 0;
        if (version.Major != Version.Major)
            return version.Major > Version.Major;
        if (MinorIsOpen)
            return false;
        return PatchIsOpen ? version.Minor > Version.Minor : version.CompareTo(Version) > 0;
    }

    private bool IsBehindOpenPart(SemanticVersion version) =>
        version.Major > Version.Major || (version.Major == Version.Major && version.Minor > Version.Minor && !MinorIsOpen);

    private bool IsNear(SemanticVersion version)
    {
        if (version.CompareTo(Version) < 0)
            return false;
        if (Version is { Major: 0, Minor: 0, Patch: 0 } && !MinorIsOpen && !PatchIsOpen)
            return true;
        return version.Major == Version.Major && (version.Minor == Version.Minor || MinorIsOpen);
    }

    // The first number that is not zero stays.
    private bool IsCompatible(SemanticVersion version)
    {
        if (version.CompareTo(Version) < 0)
            return false;
        if (Version.Major > 0 || MinorIsOpen)
            return version.Major == Version.Major;
        if (version.Major > 0)
            return false;
        if (Version.Minor > 0 || PatchIsOpen)
            return version.Minor == Version.Minor;
        return version.Minor == 0 && version.Patch == Version.Patch;
    }
}
