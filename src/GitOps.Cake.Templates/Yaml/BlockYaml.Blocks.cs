using System.Text;

namespace GitOps.Cake.Templates.Yaml;

internal ref partial struct BlockYaml
{
    /// <summary>Reads a literal (<c>|</c>) or folded (<c>&gt;</c>) block below a collection at the given column.</summary>
    private bool TryBlockScalar(int parent, out object? value)
    {
        value = null;
        var folded = text[position++] == '>';
        if (parent < 0 || !TryBlockHeader(out var chomping, out var step))
            return false;

        if (!TryBlockIndentation(parent, out var column))
            return false;
        if (step > 0)
            column = parent + step;

        var result = new StringBuilder();
        if (!TryBlockLines(column, folded, chomping, result))
            return false;

        value = result.ToString();
        return NextLine();
    }

    // Behind the mark: "+" or "-" for the last line ends, and a digit for the indentation, in any order; then nothing but a comment.
    private bool TryBlockHeader(out char chomping, out int step)
    {
        (chomping, step) = (' ', 0);
        for (; position < text.Length && text[position] is '+' or '-' or (>= '1' and <= '9'); position++)
        {
            if (text[position] is not ('+' or '-') && step == 0)
                step = text[position] - '0';
            else if (text[position] is '+' or '-' && chomping == ' ')
                chomping = text[position];
            else
                return false;
        }

        while (Current == ' ')
            position++;
        if (Current != '\n')
            return false;

        position = Math.Min(position + 1, text.Length);
        return true;
    }

    // The first line with content tells the indentation; blank lines above it must not be deeper.
    private readonly bool TryBlockIndentation(int parent, out int column)
    {
        var deepestBlank = 0;
        column = parent + 1;
        for (var at = position; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && text[at] == ' ')
                at++;
            if (at < text.Length && text[at] == '\t')
                return false;
            if (at < text.Length && text[at] != '\n')
            {
                column = Math.Max(at - start, parent + 1);
                break;
            }

            deepestBlank = Math.Max(deepestBlank, at - start);
        }

        return deepestBlank <= column;
    }

    private bool TryBlockLines(int column, bool folded, char chomping, StringBuilder result)
    {
        // The line end of the last line with content, then those of blank lines behind it: whether they count shows later.
        var (pendingBreak, blank, lastBeginsBlank) = (false, SkipBlankLines(column), false);
        while (position < text.Length && position - lineStart == column)
        {
            if (text[position] == '\t' && folded)
                return false;

            var beginsBlank = text[position] == ' ';
            if (pendingBreak && folded && !lastBeginsBlank && !beginsBlank)
                result.Append(blank == 0 ? " " : "");
            else if (pendingBreak)
                result.Append('\n');
            result.Append('\n', blank);
            lastBeginsBlank = beginsBlank;

            var length = text[position..].IndexOf('\n');
            pendingBreak = length >= 0;
            var end = pendingBreak ? position + length : text.Length;
            result.Append(text[position..end]);
            position = pendingBreak ? end + 1 : end;
            blank = SkipBlankLines(column);
        }

        if (pendingBreak && chomping != '-')
            result.Append('\n');
        if (chomping == '+')
            result.Append('\n', blank);

        // The line that ended the block is read again from its beginning.
        var tab = position < text.Length && text[position] == '\t';
        position = Math.Min(lineStart, text.Length);
        return !tab;
    }

    /// <summary>Passes lines of blanks only, and the indentation of the next line up to the given column.</summary>
    private int SkipBlankLines(int column)
    {
        var lines = 0;
        while (true)
        {
            lineStart = position;
            while (position < text.Length && text[position] == ' ' && position - lineStart < column)
                position++;
            if (position >= text.Length || text[position] != '\n')
                return lines;

            lines++;
            position++;
        }
    }
}
