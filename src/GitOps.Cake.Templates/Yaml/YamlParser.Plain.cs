using System.Buffers;
using System.Text;

namespace GitOps.Cake.Templates.Yaml;

internal ref partial struct YamlParser
{
    private static readonly SearchValues<char> BlockStops = SearchValues.Create(":#\n\u2028\u2029");
    private static readonly SearchValues<char> FlowStops = SearchValues.Create(":#\n\u2028\u2029,?[]{}");

    /// <summary>Reads an unquoted text; it may go on in deeper lines.</summary>
    private ScalarText Plain(int indent)
    {
        var first = PlainLine();
        if (!IsBreakAfterBlanks(out var next) || !ContinuesAt(next, indent))
            return new ScalarText(first, isQuoted: false);

        var result = new StringBuilder().Append(first);
        do
        {
            FoldInto(result, next);
            result.Append(PlainLine());
        }
        while (IsBreakAfterBlanks(out next) && ContinuesAt(next, indent));
        return new ScalarText(result.ToString(), isQuoted: false);
    }

    /// <summary>Takes the rest of the line up to a colon before a blank, a comment, or in brackets a bracket or comma.</summary>
    private ReadOnlySpan<char> PlainLine()
    {
        var start = _position;
        var end = start;
        while (true)
        {
            var length = _text[end..].IndexOfAny(_flowLevel > 0 ? FlowStops : BlockStops);
            end = length < 0 ? _text.Length : end + length;
            if (end >= _text.Length || IsStop(start, end))
                break;
            end++;
        }

        while (end > start && _text[end - 1] is ' ' or '\t')
            end--;
        _position = end;
        return _text[start..end];
    }

    private readonly bool IsStop(int start, int at) => _text[at] switch
    {
        ':' => IsBlankAt(at + 1),
        '#' => at > start && _text[at - 1] is ' ' or '\t',
        _ => true,
    };

    private readonly bool IsBreakAfterBlanks(out int at)
    {
        at = _position;
        while (at < _text.Length && _text[at] is ' ' or '\t')
            at++;
        return at < _text.Length && IsBreak(_text[at]);
    }

    /// <summary>Looks whether the text goes on behind the line end at the given place.</summary>
    private readonly bool ContinuesAt(int at, int indent)
    {
        var beginning = at;
        for (; at < _text.Length && (_text[at] is ' ' or '\t' || IsBreak(_text[at])); at++)
        {
            if (IsBreak(_text[at]))
                beginning = at + 1;
            else if (_text[at] == '\t' && at - beginning <= indent)
                throw _builder.Problem(MarkAt(at, beginning), "found a tab character that violates indentation: indent with blanks");
        }

        if (at >= _text.Length || _text[at] == '#' || (at == beginning && IsMarkerAt(at)))
            return false;
        if (_flowLevel > 0)
            return !(_text[at] is ',' or '?' or '[' or ']' or '{' or '}' || (_text[at] == ':' && IsBlankAt(at + 1)));
        return at - beginning > indent && !(_text[at] == ':' && IsBlankAt(at + 1));
    }

    /// <summary>Passes line ends from the given place to the next character that is no blank: one is a blank, of several all but the first stay.</summary>
    private void FoldInto(StringBuilder result, int firstBreak)
    {
        _position = firstBreak;
        var kept = _text[_position] == '\n' ? 0 : 1;
        if (kept == 1)
            result.Append(_text[_position]);
        NextLine();
        while (_position < _text.Length && (_text[_position] is ' ' or '\t' || IsBreak(_text[_position])))
        {
            if (!IsBreak(_text[_position]))
            {
                _position++;
                continue;
            }

            result.Append(_text[_position]);
            kept++;
            NextLine();
        }

        if (kept == 0)
            result.Append(' ');
    }

    private readonly bool IsMarkerAt(int at) => _text[at..] is ['-', '-', '-', ..] or ['.', '.', '.', ..] && IsBlankAt(at + 3);

    private readonly YamlMark MarkAt(int at, int beginning)
    {
        var lines = _line;
        foreach (var character in _text[_position..beginning])
            lines += IsBreak(character) ? 1 : 0;
        return new YamlMark(lines, at - beginning);
    }
}
