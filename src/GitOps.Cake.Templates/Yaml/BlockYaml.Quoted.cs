using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace GitOps.Cake.Templates.Yaml;

internal ref partial struct BlockYaml
{
    private bool TryQuoted(int parent, [NotNullWhen(true)] out string? value)
    {
        var quote = text[position++];
        var start = position;
        var length = quote == '"' ? text[start..].IndexOfAny("\"\\\n\t") : text[start..].IndexOfAny("'\n\t");
        if (length < 0)
        {
            value = null;
            return false;
        }

        position = start + length;
        if (text[position] == quote && (quote == '"' || position + 1 == text.Length || text[position + 1] != '\''))
        {
            value = pool.Get(text[start..position]);
            position++;
            return true;
        }

        var result = new StringBuilder().Append(text[start..position]);
        value = TryQuotedRest(parent, quote, result) ? result.ToString() : null;
        return value is not null;
    }

    // The text so far ends where an escape, a second quote or a line end needs care.
    private bool TryQuotedRest(int parent, char quote, StringBuilder result)
    {
        // Blanks before a line end are dropped, but not those that an escape wrote.
        var kept = 0;
        while (position < text.Length)
        {
            var character = text[position++];
            if (character == quote)
            {
                if (quote == '"' || Current != '\'')
                    return true;

                position++;
                result.Append('\'');
            }
            else if (character == '\\' && quote == '"')
            {
                if (!(Current == '\n' ? TryContinuedLine(parent) : TryEscape(result)))
                    return false;

                kept = result.Length;
            }
            else if (character == '\n')
            {
                while (result.Length > kept && result[^1] == ' ')
                    result.Length--;
                if (!TryFold(parent, result))
                    return false;

                kept = result.Length;
            }
            else if (character == '\t')
                return false;
            else
                result.Append(character);
        }

        return false;
    }

    // One line end is a blank; of several, all but the first stay.
    private bool TryFold(int parent, StringBuilder result)
    {
        var breaks = 1;
        for (; SkipIndentation(); position++)
            breaks++;
        result.Append(breaks == 1 ? ' ' : '\n', Math.Max(breaks - 1, 1));
        return IsInside(parent);
    }

    private bool TryContinuedLine(int parent)
    {
        position++;
        return !SkipIndentation() && IsInside(parent);
    }

    /// <summary>Goes to the first character of a line that is no blank; says whether the line is empty.</summary>
    private bool SkipIndentation()
    {
        lineStart = position;
        while (position < text.Length && text[position] == ' ')
            position++;
        return position < text.Length && text[position] == '\n';
    }

    private readonly bool IsInside(int parent) =>
        position < text.Length && text[position] != '\t' && position - lineStart > Math.Max(parent, 0);

    private bool TryEscape(StringBuilder result)
    {
        var character = Current;
        position++;
        var digits = character switch
        {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        if (digits > 0)
            return TryCodePoint(digits, result);

        var plain = character switch
        {
            '0' => '\0',
            'a' => '\a',
            'b' => '\b',
            't' => '\t',
            'n' => '\n',
            'v' => '\v',
            'f' => '\f',
            'r' => '\r',
            'e' => '\e',
            ' ' or '"' or '/' or '\\' => character,
            'N' => '\u0085',
            '_' => '\u00A0',
            'L' => '\u2028',
            'P' => '\u2029',
            _ => '\uFFFF',
        };
        result.Append(plain);
        return plain != '\uFFFF';
    }

    // Halves of surrogate pairs are left to the full parser.
    private bool TryCodePoint(int digits, StringBuilder result)
    {
        if (position + digits > text.Length
            || !uint.TryParse(text.Slice(position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || !Rune.TryCreate(code, out var rune))
            return false;

        position += digits;
        result.Append(rune);
        return true;
    }
}
