using System.Buffers;
using System.Globalization;
using System.Text;

namespace GitOps.Cake.Templates.Yaml;

internal ref partial struct YamlParser
{
    private static readonly SearchValues<char> DoubleQuotedStops = SearchValues.Create("\"\\\n\u2028\u2029");
    private static readonly SearchValues<char> SingleQuotedStops = SearchValues.Create("'\n\u2028\u2029");

    private ScalarText Quoted()
    {
        var quote = text[position];
        var start = Here;
        var begin = ++position;
        var length = text[begin..].IndexOfAny(quote == '"' ? DoubleQuotedStops : SingleQuotedStops);
        if (length < 0)
            throw NotClosed(start);

        var end = begin + length;
        if (text[end] == quote && (quote == '"' || end + 1 == text.Length || text[end + 1] != '\''))
        {
            position = end + 1;
            return new ScalarText(text[begin..end], isQuoted: true);
        }

        var result = new StringBuilder();
        while (!TakeQuote(quote))
        {
            if (AtEnd)
                throw NotClosed(start);
            if (position == lineStart && IsMarkerAt(position))
                throw builder.Problem(start, "found unexpected document indicator: the quote that opens here is not closed before the end of the document");

            QuotedPiece(quote, result);
        }

        return new ScalarText(result.ToString(), isQuoted: true);
    }

    private readonly YamlReadException NotClosed(YamlMark quote) =>
        builder.Problem(quote, "found unexpected end of stream: the quote that opens here is not closed");

    private bool TakeQuote(char quote)
    {
        if (AtEnd || text[position] != quote || (quote == '\'' && position + 1 < text.Length && text[position + 1] == '\''))
            return false;

        position++;
        return true;
    }

    /// <summary>Reads an escape, a run of blanks and line ends, or characters up to one of these.</summary>
    private void QuotedPiece(char quote, StringBuilder result)
    {
        var character = text[position];
        if (character == '\'' && quote == '\'')
        {
            result.Append('\'');
            position += 2;
        }
        else if (character == '\\' && quote == '"')
            Escape(result);
        else if (character is ' ' or '\t' || IsBreak(character))
        {
            // Blanks before a line end are dropped, as are those that begin the next line.
            if (IsBreakAfterBlanks(out var firstBreak))
                FoldInto(result, firstBreak);
            else
                AppendBlanks(result);
        }
        else
        {
            var length = text[position..].IndexOfAny(quote == '"' ? "\"\\ \t\n\u2028\u2029" : "' \t\n\u2028\u2029");
            var end = length < 0 ? text.Length : position + length;
            result.Append(text[position..end]);
            position = end;
        }
    }

    private void AppendBlanks(StringBuilder result)
    {
        for (; !AtEnd && text[position] is ' ' or '\t'; position++)
            result.Append(text[position]);
    }

    private void Escape(StringBuilder result)
    {
        position++;
        var character = Current;
        if (IsBreak(character))
        {
            ContinueLine(result);
            return;
        }

        var digits = character switch
        {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        result.Append(digits > 0 ? CodePoint(digits) : Unescaped(character).ToString());
        position++;
    }

    // An escaped line end joins the lines without a blank; further line ends stay.
    private void ContinueLine(StringBuilder result)
    {
        if (AtEnd)
            return;

        NextLine();
        while (!AtEnd && (text[position] is ' ' or '\t' || IsBreak(text[position])))
        {
            if (!IsBreak(text[position]))
            {
                position++;
                continue;
            }

            result.Append(text[position]);
            NextLine();
        }
    }

    private readonly char Unescaped(char escaped) => escaped switch
    {
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        't' or '\t' => '\t',
        'n' => '\n',
        'v' => '\v',
        'f' => '\f',
        'r' => '\r',
        'e' => '\e',
        ' ' or '"' or '\'' or '\\' => escaped,
        'N' => '\u0085',
        '_' => '\u00A0',
        'L' => '\u2028',
        'P' => '\u2029',
        _ => throw Problem($"found unknown escape character '{escaped}': write a backslash twice, or use single quotes"),
    };

    /// <summary>Reads the digits of a code point up to, not including, the last one.</summary>
    private string CodePoint(int digits)
    {
        var begin = position + 1;
        if (begin + digits > text.Length
            || !uint.TryParse(text.Slice(begin, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            throw Problem($"did not find expected hexadecimal number of {digits} digits");

        position += digits;
        return Rune.TryCreate(code, out var rune) ? rune.ToString() : throw Problem("found invalid Unicode character escape code: characters beyond U+FFFF are written as \\U and eight digits");
    }
}
