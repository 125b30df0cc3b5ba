using System.Text;

namespace GitOps.Cake.Templates.Yaml;

internal ref partial struct YamlParser
{
    /// <summary>Reads a literal (<c>|</c>) or folded (<c>&gt;</c>) block.</summary>
    private object? BlockScalar(int indent, YamlProperties properties, YamlMark start)
    {
        var folded = _text[_position++] == '>';
        var (chomping, step) = BlockHeader();
        _keyAllowed = true;

        var column = step > 0 ? Math.Max(indent, 0) + step : 0;
        var result = new StringBuilder();
        var blanks = BlankLines(ref column, indent);
        var (lineEnd, lastIsIndented) = ('\0', false);
        while (!AtEnd && _position - _lineStart == column)
        {
            // Between two lines that begin at the margin, a folded line end is a blank, or nothing if empty lines follow.
            var isIndented = _text[_position] is ' ' or '\t';
            if (!folded || lineEnd != '\n' || isIndented || lastIsIndented)
                Append(result, lineEnd);
            else if (!HasBreak(blanks))
                result.Append(' ');
            AppendBreaks(result, blanks);
            lastIsIndented = isIndented;

            var begin = _position;
            SkipLine();
            result.Append(_text[begin.._position]);
            lineEnd = AtEnd ? '\0' : _text[_position];
            if (!AtEnd)
                NextLine();
            blanks = BlankLines(ref column, indent);
        }

        if (chomping != '-')
            Append(result, lineEnd);
        if (chomping == '+')
            AppendBreaks(result, blanks);

        var value = _builder.Scalar(new ScalarText(result.ToString(), isQuoted: true), properties, start);
        SkipToToken();
        return value;
    }

    // Behind the mark, in any order: "+" or "-" for the last line ends, and a digit for the indentation; then nothing but a comment.
    private (char Chomping, int Step) BlockHeader()
    {
        var (chomping, step) = (' ', 0);
        for (var count = 0; count < 2 && (Current is '+' or '-' ? chomping == ' ' : char.IsAsciiDigit(Current) && step == 0); count++, _position++)
        {
            if (Current == '0')
                Fail("found an indentation indicator equal to 0");
            if (Current is '+' or '-')
                chomping = Current;
            else
                step = Current - '0';
        }

        while (Current is ' ' or '\t')
            _position++;
        if (Current == '#')
            SkipLine();
        if (!AtEnd && !IsBreak(Current))
            Fail("did not find expected comment or line break behind | or >: begin the block on the next line, or put the text in quotes");
        if (!AtEnd)
            NextLine();
        return (chomping, step);
    }

    /// <summary>Passes empty lines and the indentation of the next line; the first line with content decides the block's column.</summary>
    private ReadOnlySpan<char> BlankLines(ref int column, int indent)
    {
        var (begin, deepest) = (_position, 0);
        while (true)
        {
            while (!AtEnd && _text[_position] == ' ' && (column == 0 || _position - _lineStart < column))
                _position++;
            deepest = Math.Max(deepest, _position - _lineStart);
            if (!AtEnd && _text[_position] == '\t' && (column == 0 || _position - _lineStart < column))
                Fail("found a tab character where an indentation space is expected");
            if (AtEnd || !IsBreak(_text[_position]))
                break;

            NextLine();
        }

        if (column == 0)
            column = Math.Max(deepest, Math.Max(indent + 1, 1));
        return _text[begin.._position];
    }

    private static bool HasBreak(ReadOnlySpan<char> blanks) => blanks.IndexOfAnyExcept(' ') >= 0;

    private static void AppendBreaks(StringBuilder result, ReadOnlySpan<char> blanks)
    {
        foreach (var character in blanks)
        {
            if (character != ' ')
                result.Append(character);
        }
    }

    private static void Append(StringBuilder result, char lineEnd)
    {
        if (lineEnd != '\0')
            result.Append(lineEnd);
    }
}
