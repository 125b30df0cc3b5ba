using System.Buffers;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>
/// A fast reader for the YAML that charts print: block and flow collections, plain, quoted and block scalars, by Kubernetes' rules.
/// It reads straight to values. Whatever is unusual (anchors, tags, complex keys, tabs, directives) or wrong makes it give up,
/// and the text goes to the full parser, which knows the rest and the words for mistakes.
/// </summary>
internal ref partial struct BlockYaml
{
    private const YamlDialect Dialect = YamlDialect.Kubernetes;
    private const int MaxDepth = 200;
    private const int LongestKey = 1000;

    // Other line ends, control characters and byte order marks have rules of their own.
    private static readonly SearchValues<char> Unusual = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(code => char.IsControl(code) && code is not ('\t' or '\n')), '\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF']);

    private readonly ReadOnlySpan<char> text;
    private readonly TextPool pool;

    // The line that is being read: where it begins, its indentation, and the first character that is not read yet.
    private int lineStart;
    private int indent;
    private int position;
    private bool ended;

    // What NextLine skipped on its way.
    private int blankLines;
    private bool sawComment;

    private int depth;

    private BlockYaml(ReadOnlySpan<char> text, TextPool pool)
    {
        this.text = text;
        this.pool = pool;
    }

    /// <summary>Reads one document.</summary>
    /// <returns>False when the text needs the full parser.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, TextPool pool, out object? value)
    {
        value = null;
        return text.IndexOfAny(Unusual) < 0 && new BlockYaml(text, pool).TryDocument(out value);
    }

    private char Current => position < text.Length ? text[position] : '\n';

    private readonly bool IsDash => text[position] == '-' && IsBlankAt(position + 1);

    private bool TryDocument(out object? value)
    {
        value = null;
        return NextLine() && (ended || (TryBlock(-1, out value) && ended));
    }

    /// <summary>Reads the node that begins here, a child of a collection whose column is given, and goes to the line behind it.</summary>
    private bool TryBlock(int parent, out object? value)
    {
        value = null;
        if (++depth > MaxDepth)
            return false;

        var column = position - lineStart;
        if (IsDash)
        {
            if (!TrySequence(column, out value))
                return false;
        }
        else if (!TryKey(out var key))
            return false;
        else if (!(key is null ? TryScalar(parent, out value) : TryMapping(column, key, out value)))
            return false;

        depth--;
        return true;
    }

    private bool TryMapping(int column, string? key, out object? value)
    {
        var map = new GoMap();
        value = map;
        while (key is not null)
        {
            if (!TryEntryValue(column, allowsListHere: true, out var item))
                return false;

            map[key] = item;
            if (ended || indent < column)
                return true;
            if (indent > column || IsDash || !TryKey(out key))
                return false;
        }

        return false;
    }

    private bool TrySequence(int column, out object? value)
    {
        var list = new List<object?>();
        value = list;
        do
        {
            position++;
            if (!TryEntryValue(column, allowsListHere: false, out var item))
                return false;

            list.Add(item);
        }
        while (!ended && indent == column && IsDash);

        return ended || indent <= column;
    }

    /// <summary>Reads what stands behind "key:" or "-", on the same line or below.</summary>
    private bool TryEntryValue(int column, bool allowsListHere, out object? value)
    {
        value = null;
        while (Current == ' ')
            position++;

        if (Current is '\n' or '#')
        {
            if (!EndLine())
                return false;
            if (!ended && indent > column)
                return TryBlock(column, out value);
            return ended || !allowsListHere || indent != column || !IsDash || TrySequence(column, out value);
        }

        // Only behind a dash may a collection begin on the same line.
        return allowsListHere ? TryScalar(column, out value) : TryBlock(column, out value);
    }

    /// <summary>Reads a scalar or a flow collection and the rest of its line.</summary>
    private bool TryScalar(int parent, out object? value)
    {
        switch (Current)
        {
            case '|' or '>':
                return TryBlockScalar(parent, out value);
            case '"' or '\'':
                value = TryQuoted(parent, out var quoted) ? quoted : null;
                return value is not null && EndLine();
            case '[' or '{':
                return TryFlow(parent, out value) && EndLine();
            default:
                return TryPlain(parent, out value);
        }
    }

    /// <summary>Passes blanks and a comment at the end of a line, and goes to the next line with content.</summary>
    private bool EndLine()
    {
        while (Current == ' ')
            position++;
        if (Current == '#' && position > 0 && text[position - 1] == ' ')
            position = text[position..].IndexOf('\n') is >= 0 and var length ? position + length : text.Length;
        if (Current != '\n')
            return false;

        position++;
        return NextLine();
    }

    /// <summary>Goes to the first character of the next line with content; the current position has to be a line's beginning.</summary>
    private bool NextLine()
    {
        blankLines = 0;
        sawComment = false;
        while (position < text.Length)
        {
            lineStart = position;
            while (position < text.Length && text[position] == ' ')
                position++;
            indent = position - lineStart;
            switch (Current)
            {
                case '\n':
                    blankLines++;
                    position++;
                    break;
                case '#':
                    sawComment = true;
                    position = text[position..].IndexOf('\n') is >= 0 and var length ? position + length + 1 : text.Length;
                    break;
                default:
                    return text[position] != '\t' && !(indent == 0 && IsMarker());
            }
        }

        (ended, indent) = (true, -1);
        return true;
    }

    // A directive, or the beginning or end of a document.
    private readonly bool IsMarker() =>
        text[position] == '%' || text[position..].StartsWith("---", StringComparison.Ordinal) || text[position..].StartsWith("...", StringComparison.Ordinal);

    private readonly bool IsBlankAt(int at) => at >= text.Length || text[at] is ' ' or '\n';
}
