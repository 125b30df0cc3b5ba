using System.Globalization;
using System.Text;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Json;

/// <summary>A strict reader whose complaints read like those of Go's scanner.</summary>
internal sealed class GoJsonReader(string json)
{
    private const string ValueStart = "looking for beginning of value";
    private const string KeyStart = "looking for beginning of object key string";

    private int _at;

    private char Next => _at < json.Length ? json[_at] : throw End();

    public object? Document()
    {
        var value = Value(0);
        SkipBlanks();
        return _at == json.Length ? value : throw Unexpected("after top-level value");
    }

    private object? Value(int depth)
    {
        if (depth > GoValueException.MaxDepth)
            throw new GoJsonException(_at, "exceeded max depth");

        SkipBlanks();
        return Next switch
        {
            '{' => Map(depth),
            '[' => List(depth),
            '"' => Text(),
            't' => Literal("true", true),
            'f' => Literal("false", false),
            'n' => Literal("null", null),
            '-' or (>= '0' and <= '9') => Number(),
            _ => throw Unexpected(ValueStart),
        };
    }

    private GoMap Map(int depth)
    {
        var map = new GoMap();
        _at++;
        SkipBlanks();
        if (Next == '}')
        {
            _at++;
            return map;
        }

        while (true)
        {
            SkipBlanks();
            if (Next != '"')
                throw Unexpected(KeyStart);
            var key = Text();
            SkipBlanks();
            Expect(':', "after object key");
            map[key] = Value(depth + 1);
            SkipBlanks();
            if (Next == '}')
            {
                _at++;
                return map;
            }

            Expect(',', "after object key:value pair");
        }
    }

    private List<object?> List(int depth)
    {
        var list = new List<object?>();
        _at++;
        SkipBlanks();
        if (Next == ']')
        {
            _at++;
            return list;
        }

        while (true)
        {
            list.Add(Value(depth + 1));
            SkipBlanks();
            if (Next == ']')
            {
                _at++;
                return list;
            }

            Expect(',', "after array element");
        }
    }

    private object? Literal(string word, object? value)
    {
        foreach (var character in word)
            Expect(character, character == word[0] ? ValueStart : $"in literal {word} (expecting {Quote(character)})");
        return value;
    }

    private object Number()
    {
        var start = _at;
        if (Next == '-')
            _at++;
        if (Next == '0')
            _at++;
        else
            Digits("in numeric literal");
        if (_at < json.Length && json[_at] == '.')
        {
            _at++;
            Digits("after decimal point in numeric literal");
        }

        if (_at < json.Length && json[_at] is 'e' or 'E')
        {
            _at++;
            if (Next is '+' or '-')
                _at++;
            Digits("in exponent of numeric literal");
        }

        var text = json.AsSpan(start, _at - start);
        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : throw new GoJsonException(start, $"json: cannot unmarshal number {text} into Go value of type float64");
    }

    private void Digits(string context)
    {
        if (!char.IsAsciiDigit(Next))
            throw Unexpected(context);
        while (_at < json.Length && char.IsAsciiDigit(json[_at]))
            _at++;
    }

    private string Text()
    {
        var start = ++_at;
        var end = PlainEnd(start);
        if (end < json.Length && json[end] == '"')
        {
            _at = end + 1;
            return json[start..end];
        }

        return EscapedText();
    }

    private int PlainEnd(int from)
    {
        while (from < json.Length && json[from] >= ' ' && json[from] is not ('"' or '\\'))
            from++;
        return from;
    }

    private string EscapedText()
    {
        var text = new StringBuilder();
        while (Next != '"')
        {
            if (Next < ' ')
                throw Unexpected("in string literal");
            if (Next == '\\')
                Escape(text);
            else
                text.Append(json[_at++]);
        }

        _at++;
        // Go keeps text in UTF-8, where half of a surrogate pair has no form.
        return GoText.Valid(text.ToString());
    }

    private void Escape(StringBuilder text)
    {
        _at++;
        if (Next == 'u')
        {
            _at++;
            text.Append(Hexadecimal());
            return;
        }

        text.Append(Next switch
        {
            '"' or '\\' or '/' => Next,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Unexpected("in string escape code"),
        });
        _at++;
    }

    private char Hexadecimal()
    {
        var code = 0;
        for (var digit = 0; digit < 4; digit++, _at++)
            code = char.IsAsciiHexDigit(Next) ? code * 16 + Convert.ToInt32(Next.ToString(), 16) : throw Unexpected("in \\u hexadecimal character escape");
        return (char)code;
    }

    private void SkipBlanks()
    {
        while (_at < json.Length && json[_at] is ' ' or '\t' or '\r' or '\n')
            _at++;
    }

    private void Expect(char expected, string context)
    {
        if (Next != expected)
            throw Unexpected(context);
        _at++;
    }

    private GoJsonException End() => new(_at, "unexpected end of JSON input");

    private GoJsonException Unexpected(string context) => new(_at, $"invalid character {Quote(json[_at])} {context}");

    // Go's scanner sees bytes, so of a character beyond ASCII it shows the first one.
    private static string Quote(char character) => character switch
    {
        '\'' => @"'\''",
        '"' => "'\"'",
        '\n' => @"'\n'",
        '\r' => @"'\r'",
        '\t' => @"'\t'",
        < ' ' or '\u007F' => string.Create(CultureInfo.InvariantCulture, $"'\\x{(int)character:x2}'"),
        '\\' => @"'\\'",
        _ => $"'{(character <= '~' ? character : (char)Encoding.UTF8.GetBytes([char.IsSurrogate(character) ? '\uFFFD' : character])[0])}'",
    };
}
