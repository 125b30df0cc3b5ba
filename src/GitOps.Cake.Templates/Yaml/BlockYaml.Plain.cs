using System.Text;

namespace GitOps.Cake.Templates.Yaml;

internal ref partial struct BlockYaml
{
    /// <summary>Reads a key and its colon, if one stands here; the key is null where there is none.</summary>
    private bool TryKey(out string? key)
    {
        key = null;
        var start = position;
        if (Current is '"' or '\'')
        {
            var line = lineStart;
            if (!TryQuoted(-1, out var quoted))
                return false;
            if (line == lineStart && TakeColon())
                key = quoted;
            else
                (position, lineStart) = (start, line);
            return true;
        }

        // Of these, plain texts cannot begin with most; "? " begins a complex key.
        if (IsIndicator(Current) || (Current is '-' or '?' or ':' && IsBlankAt(position + 1)))
            return Current is '|' or '>' or '[' or '{';
        if (!TryPlainEnd(out var end, out var atColon))
            return false;
        if (!atColon)
            return true;

        var plain = text[start..end].TrimEnd(' ');
        position = end + 1;
        if (plain.Length is 0 or > LongestKey || plain is "<<")
            return false;

        key = IsPlainWord(plain) ? pool.Get(plain) : YamlScalars.KubernetesKey(plain);
        return key is not null;
    }

    private bool TryPlain(int parent, out object? value)
    {
        value = null;
        if (IsIndicator(Current) || (Current is '-' or '?' or ':' && IsBlankAt(position + 1)))
            return false;

        var start = position;
        if (!TryPlainEnd(out var end, out var atColon) || atColon)
            return false;

        position = end;
        var first = text[start..end].TrimEnd(' ');
        if (!EndLine())
            return false;
        if (!ended && indent > parent)
            return TryPlainLines(parent, first, out value);

        value = IsPlainWord(first) || !YamlScalars.TryResolve(first, Dialect, out var resolved) ? pool.Get(first) : resolved;
        return true;
    }

    // A text goes on in deeper lines; a line end becomes a blank, empty lines stay.
    private bool TryPlainLines(int parent, ReadOnlySpan<char> first, out object? value)
    {
        var result = new StringBuilder().Append(first);
        value = null;
        while (!ended && indent > parent)
        {
            if (sawComment)
                return false;

            result.Append(blankLines == 0 ? ' ' : '\n', Math.Max(blankLines, 1));
            var start = position;
            if (!TryPlainEnd(out var end, out var atColon) || atColon)
                return false;
            result.Append(text[start..end].TrimEnd(' '));
            position = end;
            if (!EndLine())
                return false;
        }

        value = result.ToString();
        return true;
    }

    /// <summary>Finds the end of a plain text on this line: a colon before a blank, a comment, or the line's end. Tabs are left to the full parser.</summary>
    private readonly bool TryPlainEnd(out int end, out bool atColon)
    {
        atColon = false;
        for (end = position; ; end++)
        {
            var next = text[end..].IndexOfAny(":#\n\t");
            if (next < 0)
            {
                end = text.Length;
                return true;
            }

            end += next;
            switch (text[end])
            {
                case '\n':
                    return true;
                case ':' when IsBlankAt(end + 1):
                    atColon = true;
                    return true;
                case '#' when end > 0 && text[end - 1] == ' ':
                    return true;
                case '\t':
                    return false;
            }
        }
    }

    private bool TakeColon()
    {
        var at = position;
        while (at < text.Length && text[at] == ' ')
            at++;
        if (at >= text.Length || text[at] != ':' || !IsBlankAt(at + 1))
            return false;

        position = at + 1;
        return true;
    }

    // Most texts of a manifest begin with a letter that no number, bool or null begins with.
    private static bool IsPlainWord(ReadOnlySpan<char> plain) =>
        plain.Length > 5 ? char.IsAsciiLetter(plain[0]) : plain is [(>= 'a' and <= 'z') and not ('n' or 't' or 'f' or 'y' or 'o'), ..];

    private static bool IsIndicator(char character) =>
        character is '#' or ',' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`';
}
