namespace GitOps.Cake.Templates.Versions;

/// <summary>Takes a version apart.</summary>
internal static class VersionReader
{
    /// <summary>Reads as much of a version as there is at the beginning of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parts">The parts, and how many characters they take.</param>
    /// <param name="wildcards">Whether x, X, * and | may stand for numbers.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out VersionParts parts, bool wildcards = false)
    {
        var position = text is ['v', ..] ? 1 : 0;
        var major = Number(text, ref position, wildcards);
        var minor = major.Length > 0 ? AfterDot(text, ref position, wildcards) : "";
        var patch = minor.Length > 0 ? AfterDot(text, ref position, wildcards) : "";
        var prerelease = Identifiers(text, ref position, '-');
        var metadata = Identifiers(text, ref position, '+');
        parts = new(major, minor, patch, prerelease, metadata, position);
        return major.Length > 0;
    }

    private static string Number(ReadOnlySpan<char> text, ref int position, bool wildcards)
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || (wildcards && text[position] is 'x' or 'X' or '*' or '|')))
            position++;
        return text[start..position].ToString();
    }

    private static string AfterDot(ReadOnlySpan<char> text, ref int position, bool wildcards)
    {
        var next = position + 1;
        if (position >= text.Length || text[position] != '.' || Number(text, ref next, wildcards) is not { Length: > 0 } number)
            return "";

        position = next;
        return number;
    }

    // Letters, digits and minus signs in groups, with dots between them.
    private static string Identifiers(ReadOnlySpan<char> text, ref int position, char mark)
    {
        if (position >= text.Length || text[position] != mark)
            return "";

        var start = position + 1;
        var end = start;
        var group = Group(text, end);
        while (group > 0)
        {
            end += group;
            if (end >= text.Length || text[end] != '.')
                break;
            group = Group(text, end + 1);
            end += group > 0 ? 1 : 0;
        }

        if (end > start)
            position = end;
        return text[start..end].ToString();
    }

    private static int Group(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-'))
            end++;
        return end - start;
    }
}
