using System.Globalization;

namespace GitOps.Cake.Templates.Formatting;

internal ref partial struct GoFormat
{
    private void ReadFlags(ref Directive directive)
    {
        for (; position < format.Length; position++)
        {
            switch (format[position])
            {
                case '#':
                    directive.Sharp = true;
                    break;
                case '0':
                    directive.Zero = true;
                    break;
                case '+':
                    directive.Plus = true;
                    break;
                case '-':
                    directive.Minus = true;
                    break;
                case ' ':
                    directive.Space = true;
                    break;
                default:
                    return;
            }
        }
    }

    // [3] says which argument is next, from 1.
    private void ReadIndex()
    {
        isAfterIndex = false;
        if (position >= format.Length || format[position] != '[')
            return;

        isIndexed = true;
        var end = format.Length - position < 3 ? -1 : format.IndexOf(']', position + 1);
        if (end < 0)
        {
            position++;
            isGoodIndex = false;
            return;
        }

        var written = format.AsSpan(position + 1, end - position - 1);
        var isNumber = TryReadNumber(written, out var number, out var used) && used == written.Length;
        position = end + 1;
        if (isNumber && number >= 1 && number <= arguments.Length)
        {
            next = number - 1;
            isAfterIndex = true;
            return;
        }

        isGoodIndex = false;
        isAfterIndex = isNumber;
    }

    private void ReadWidth(ref Directive directive)
    {
        if (position < format.Length && format[position] == '*')
        {
            position++;
            directive.Width = TakeSize();
            if (directive.Width is null)
                output.Append("%!(BADWIDTH)");
            if (directive.Width < 0)
                (directive.Width, directive.Minus, directive.Zero) = (-directive.Width, true, false);
            isAfterIndex = false;
            return;
        }

        var isThere = TryReadNumber(format.AsSpan(position), out var width, out var used);
        position += used;
        if (!isThere)
            return;
        directive.Width = width;
        isGoodIndex &= !isAfterIndex;
    }

    private void ReadPrecision(ref Directive directive)
    {
        if (position + 1 > format.Length || position >= format.Length || format[position] != '.')
            return;

        position++;
        isGoodIndex &= !isAfterIndex;
        ReadIndex();
        if (position < format.Length && format[position] == '*')
        {
            position++;
            var precision = TakeSize();
            directive.Precision = precision >= 0 ? precision : null;
            if (directive.Precision is null)
                output.Append("%!(BADPREC)");
            isAfterIndex = false;
            return;
        }

        directive.Precision = TryReadNumber(format.AsSpan(position), out var number, out var used) ? number : 0;
        position += used;
    }

    private int? TakeSize()
    {
        if (next >= arguments.Length)
            return null;

        long? size = arguments[next++] switch
        {
            nint number => number,
            long number => number,
            int number => number,
            byte number => number,
            ulong number when number <= LargestSize => (long)number,
            uint number => number,
            _ => null,
        };
        return size is >= -LargestSize and <= LargestSize ? (int)size : null;
    }

    // A number that is too large counts as none, and nothing behind its place is read.
    private static bool TryReadNumber(ReadOnlySpan<char> text, out int number, out int used)
    {
        number = 0;
        used = text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length;
        if (used == 0)
            return false;
        if (used <= 7 && (number = int.Parse(text[..used], CultureInfo.InvariantCulture)) <= LargestSize)
            return true;

        number = 0;
        used = text.Length;
        return false;
    }
}
