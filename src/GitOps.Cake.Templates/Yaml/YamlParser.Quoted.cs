using System.Buffers;
using System.Globalization;
using System.Text;

namespace GitOps.Cake.Templates.Yaml;

internal ref partial struct YamlParser
{
    private static readonly SearchValues<char> DoubleQuotedStops = SearchValues.Create("\"\\\n\u2028\u2029");
    private static readonly SearchValues<char> SingleQuotedStops = SearchValues.Create("'\n\u2028\u2029");
    private static readonly SearchValues<char> DoubleQuotedPieceStops = SearchValues.Create("\"\\ \t\n\u2028\u2029");
    private static readonly SearchValues<char> SingleQuotedPieceStops = SearchValues.Create("' \t\n\u2028\u2029");

    private ScalarText Quoted()
    {
        var quote = _text[_position];
        var start = Here;
        var begin = ++_position;
        var length = _text[begin..].IndexOfAny(quote == '"' ? DoubleQuotedStops : SingleQuotedStops);
        if (length < 0)
            throw NotClosed(start);

        var end = begin + length;
        if (_text[end] == quote && (quote == '"' || end + 1 == _text.Length || _text[end + 1] != '\''))
        {
            _position = end + 1;
            return new ScalarText(_text[begin..end], isQuoted: true);
        }

        var result = new StringBuilder();
        while (!TakeQuote(quote))
        {
            if (AtEnd)
                throw NotClosed(start);
            if (_position == _lineStart && IsMarkerAt(_position))
                throw _builder.Problem(start, "found unexpected document indicator: the quote that opens here is not closed before the end of the document");

            QuotedPiece(quote, result);
        }

        return new ScalarText(result.ToString(), isQuoted: true);
    }

    private readonly YamlReadException NotClosed(YamlMark quote) =>
        _builder.Problem(quote, "found unexpected end of stream: the quote that opens here is not closed");

    private bool TakeQuote(char quote)
    {
        if (AtEnd || _text[_position] != quote || (quote == '\'' && _position + 1 < _text.Length && _text[_position + 1] == '\''))
            return false;

        _position++;
        return true;
    }

    /// <summary>Reads an escape, a run of blanks and line ends, or characters up to one of these.</summary>
    private void QuotedPiece(char quote, StringBuilder result)
    {
        var character = _text[_position];
        if (character == '\'' && quote == '\'')
        {
            result.Append('\'');
            _position += 2;
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
            var length = _text[_position..].IndexOfAny(quote == '"' ? DoubleQuotedPieceStops : SingleQuotedPieceStops);
            var end = length < 0 ? _text.Length : _position + length;
            result.Append(_text[_position..end]);
            _position = end;
        }
    }

    private void AppendBlanks(StringBuilder result)
    {
        for (; !AtEnd && _text[_position] is ' ' or '\t'; _position++)
            result.Append(_text[_position]);
    }

    private void Escape(StringBuilder result)
    {
        _position++;
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
        _position++;
    }

    // An escaped line end joins the lines without a blank; further line ends stay.
    private void ContinueLine(StringBuilder result)
    {
        if (AtEnd)
            return;

        NextLine();
        while (!AtEnd && (_text[_position] is ' ' or '\t' || IsBreak(_text[_position])))
        {
            if (!IsBreak(_text[_position]))
            {
                _position++;
                continue;
            }

            result.Append(_text[_position]);
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
        var begin = _position + 1;
        if (begin + digits > _text.Length
            || !uint.TryParse(_text.Slice(begin, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            throw Problem($"did not find expected hexadecimal number of {digits} digits");

        _position += digits;
        return Rune.TryCreate(code, out var rune) ? rune.ToString() : throw Problem("found invalid Unicode character escape code: characters beyond U+FFFF are written as \\U and eight digits");
    }
}
