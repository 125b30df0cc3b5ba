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
        var start = position;
        var end = start;
        while (true)
        {
            var length = text[end..].IndexOfAny(flowLevel > 0 ? FlowStops : BlockStops);
            end = length < 0 ? text.Length : end + length;
            if (end >= text.Length || IsStop(start, end))
                break;
            end++;
        }

        while (end > start && text[end - 1] is ' ' or '\t')
            end--;
        position = end;
        return text[start..end];
    }

    private readonly bool IsStop(int start, int at) => text[at] switch
    {
        ':' => IsBlankAt(at + 1),
        '#' => at > start && text[at - 1] is ' ' or '\t',
        _ => true,
    };

    private readonly bool IsBreakAfterBlanks(out int at)
    {
        at = position;
        while (at < text.Length && text[at] is ' ' or '\t')
            at++;
        return at < text.Length && IsBreak(text[at]);
    }

    /// <summary>Looks whether the text goes on behind the line end at the given place.</summary>
    private readonly bool ContinuesAt(int at, int indent)
    {
        var beginning = at;
        for (; at < text.Length && (text[at] is ' ' or '\t' || IsBreak(text[at])); at++)
        {
            if (IsBreak(text[at]))
                beginning = at + 1;
            else if (text[at] == '\t' && at - beginning <= indent)
                throw builder.Problem(MarkAt(at, beginning), "found a tab character that violates indentation: indent with blanks");
        }

        if (at >= text.Length || text[at] == '#' || (at == beginning && IsMarkerAt(at)))
            return false;
        if (flowLevel > 0)
            return !(text[at] is ',' or '?' or '[' or ']' or '{' or '}' || (text[at] == ':' && IsBlankAt(at + 1)));
        return at - beginning > indent && !(text[at] == ':' && IsBlankAt(at + 1));
    }

    /// <summary>Passes line ends from the given place to the next character that is no blank: one is a blank, of several all but the first stay.</summary>
    private void FoldInto(StringBuilder result, int firstBreak)
    {
        position = firstBreak;
        var kept = text[position] == '\n' ? 0 : 1;
        if (kept == 1)
            result.Append(text[position]);
        NextLine();
        while (position < text.Length && (text[position] is ' ' or '\t' || IsBreak(text[position])))
        {
            if (!IsBreak(text[position]))
            {
                position++;
                continue;
            }

            result.Append(text[position]);
            kept++;
            NextLine();
        }

        if (kept == 0)
            result.Append(' ');
    }

    private readonly bool IsMarkerAt(int at) => text[at..] is ['-', '-', '-', ..] or ['.', '.', '.', ..] && IsBlankAt(at + 3);

    private readonly YamlMark MarkAt(int at, int beginning)
    {
        var lines = line;
        foreach (var character in text[position..beginning])
            lines += IsBreak(character) ? 1 : 0;
        return new YamlMark(lines, at - beginning);
    }
}
