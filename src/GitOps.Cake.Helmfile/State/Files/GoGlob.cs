using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.State.Files;

/// <summary>File patterns as Go's filepath has them: <c>*</c>, <c>?</c> and <c>[a-z]</c> within one segment, a backslash escapes.</summary>
internal static class GoGlob
{
    /// <summary>The files and folders that a path or pattern names, sorted as text; none where nothing is there.</summary>
    /// <exception cref="FormatException">The pattern is not closed.</exception>
    public static ImmutableArray<string> Expand(string pattern)
    {
        var found = Matches(pattern);
        found.Sort(StringComparer.Ordinal);
        return [.. found];
    }

    private static List<string> Matches(string pattern)
    {
        if (!HasMeta(pattern))
            return Path.Exists(pattern) ? [pattern] : [];

        var name = Path.GetFileName(pattern);
        var folder = Path.GetDirectoryName(pattern) ?? "";
        var found = new List<string>();
        foreach (var parent in HasMeta(folder) ? Matches(folder) : [folder])
        {
            if (!Directory.Exists(parent))
                continue;

            found.AddRange(Directory.EnumerateFileSystemEntries(parent).Where(entry => IsMatch(name, Path.GetFileName(entry))));
        }

        return found;
    }

    /// <summary>Whether a name matches the pattern of one segment.</summary>
    /// <exception cref="FormatException">The pattern is not closed.</exception>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        while (pattern.Length > 0)
        {
            if (pattern[0] == '*')
            {
                pattern = pattern.TrimStart('*');
                for (var skipped = 0; skipped <= name.Length; skipped++)
                {
                    if (IsMatch(pattern, name[skipped..]))
                        return true;
                }

                return false;
            }

            if (name.Length == 0 || !TakesOne(ref pattern, name[0]))
                return false;
            name = name[1..];
        }

        return name.Length == 0;
    }

    private static bool TakesOne(ref ReadOnlySpan<char> pattern, char letter)
    {
        switch (pattern[0])
        {
            case '?':
                pattern = pattern[1..];
                return true;
            case '[':
                return InClass(ref pattern, letter);
            default:
                var expected = Letter(ref pattern);
                return expected == letter;
        }
    }

    private static bool InClass(ref ReadOnlySpan<char> pattern, char letter)
    {
        pattern = pattern[1..];
        var negated = pattern is ['^', ..];
        if (negated)
            pattern = pattern[1..];

        var (found, first) = (false, true);
        while (first || pattern is not [']', ..])
        {
            first = false;
            var low = Letter(ref pattern);
            var high = low;
            if (pattern is ['-', ..])
            {
                pattern = pattern[1..];
                high = Letter(ref pattern);
            }

            found |= low <= letter && letter <= high;
        }

        pattern = pattern[1..];
        return found != negated;
    }

    private static char Letter(ref ReadOnlySpan<char> pattern)
    {
        if (pattern is ['\\', ..])
            pattern = pattern[1..];
        if (pattern.Length == 0)
            throw new FormatException("the pattern has a [ without ], or ends with a backslash");

        var letter = pattern[0];
        pattern = pattern[1..];
        return letter;
    }

    /// <summary>A pattern that only this text fits.</summary>
    public static string Escape(string text) => string.Concat(text.Select(letter => letter is '*' or '?' or '[' or '\\' ? $"\\{letter}" : $"{letter}"));

    /// <summary>Whether a text is more than the name of one file.</summary>
    public static bool HasMeta(string pattern) => pattern.AsSpan().ContainsAny("*?[\\");
}
