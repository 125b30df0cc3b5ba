using System.Globalization;

namespace GitOps.Cake.Templates.Formatting;

internal ref partial struct GoFormat
{
    private void ReadFlags(ref Directive directive)
    {
        for (; _position < _format.Length; _position++)
        {
            switch (_format[_position])
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
        _isAfterIndex = false;
        if (_position >= _format.Length || _format[_position] != '[')
            return;

        _isIndexed = true;
        var end = _format.Length - _position < 3 ? -1 : _format.IndexOf(']', _position + 1);
        if (end < 0)
        {
            _position++;
            _isGoodIndex = false;
            return;
        }

        var written = _format.AsSpan(_position + 1, end - _position - 1);
        var isNumber = TryReadNumber(written, out var number, out var used) && used == written.Length;
        _position = end + 1;
        if (isNumber && number >= 1 && number <= _arguments.Length)
        {
            _next = number - 1;
            _isAfterIndex = true;
            return;
        }

        _isGoodIndex = false;
        _isAfterIndex = isNumber;
    }

    private void ReadWidth(ref Directive directive)
    {
        if (_position < _format.Length && _format[_position] == '*')
        {
            _position++;
            directive.Width = TakeSize();
            if (directive.Width is null)
                _output.Append("%!(BADWIDTH)");
            if (directive.Width < 0)
                (directive.Width, directive.Minus, directive.Zero) = (-directive.Width, true, false);
            _isAfterIndex = false;
            return;
        }

        var isThere = TryReadNumber(_format.AsSpan(_position), out var width, out var used);
        _position += used;
        if (!isThere)
            return;
        directive.Width = width;
        _isGoodIndex &= !_isAfterIndex;
    }

    private void ReadPrecision(ref Directive directive)
    {
        if (_position + 1 > _format.Length || _position >= _format.Length || _format[_position] != '.')
            return;

        _position++;
        _isGoodIndex &= !_isAfterIndex;
        ReadIndex();
        if (_position < _format.Length && _format[_position] == '*')
        {
            _position++;
            var precision = TakeSize();
            directive.Precision = precision >= 0 ? precision : null;
            if (directive.Precision is null)
                _output.Append("%!(BADPREC)");
            _isAfterIndex = false;
            return;
        }

        directive.Precision = TryReadNumber(_format.AsSpan(_position), out var number, out var used) ? number : 0;
        _position += used;
    }

    private int? TakeSize()
    {
        if (_next >= _arguments.Length)
            return null;

        long? size = _arguments[_next++] switch
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
