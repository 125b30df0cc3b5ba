using System.Buffers;
using System.Globalization;

namespace GitOps.Cake.Templates.Dates;

/// <summary>Reads the parts of a POSIX zone one after another.</summary>
internal ref struct PosixReader(string text)
{
    private const int DefaultTime = 2 * 3600;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("0123456789,+-");

    private ReadOnlySpan<char> _rest = text;

    public readonly bool IsEnd => _rest.IsEmpty;

    public readonly bool IsAt(char mark) => !_rest.IsEmpty && _rest[0] == mark;

    public bool TryName(out string name)
    {
        name = "";
        if (IsAt('<'))
        {
            var close = _rest.IndexOf('>');
            if (close < 0)
                return false;
            name = _rest[1..close].ToString();
            _rest = _rest[(close + 1)..];
            return true;
        }

        var length = _rest.IndexOfAny(NameEnds) is >= 0 and var end ? end : _rest.Length;
        name = _rest[..length].ToString();
        _rest = _rest[length..];
        return length >= 3;
    }

    // [+-]hh[:mm[:ss]]
    public bool TryTime(out int seconds)
    {
        seconds = 0;
        var isNegative = IsAt('-');
        if (isNegative || IsAt('+'))
            _rest = _rest[1..];
        if (!TryNumber(out var hours))
            return false;

        seconds = hours * 3600;
        for (var unit = 60; unit > 0 && IsAt(':'); unit /= 60)
        {
            _rest = _rest[1..];
            if (!TryNumber(out var part))
                return false;
            seconds += part * unit;
        }

        seconds = isNegative ? -seconds : seconds;
        return true;
    }

    public bool TryRule(out PosixRule rule)
    {
        rule = new('D', 0, 0, 0, DefaultTime);
        if (!IsAt(','))
            return false;

        _rest = _rest[1..];
        if (!TryDay(ref rule))
            return false;
        if (!IsAt('/'))
            return true;

        _rest = _rest[1..];
        if (!TryTime(out var time))
            return false;
        rule = rule with { Time = time };
        return true;
    }

    private bool TryDay(ref PosixRule rule)
    {
        var kind = IsAt('M') ? 'M' : IsAt('J') ? 'J' : 'D';
        if (kind != 'D')
            _rest = _rest[1..];
        if (kind != 'M')
        {
            var isDay = TryNumber(out var dayOfYear);
            rule = rule with { Kind = kind, Day = dayOfYear };
            return isDay;
        }

        if (!TryNumber(out var month) || !TryDot() || !TryNumber(out var week) || !TryDot() || !TryNumber(out var day))
            return false;
        rule = rule with { Kind = kind, Month = month, Week = week, Day = day };
        return month is >= 1 and <= 12;
    }

    private bool TryDot()
    {
        var isDot = IsAt('.');
        _rest = isDot ? _rest[1..] : _rest;
        return isDot;
    }

    private bool TryNumber(out int number)
    {
        var length = _rest.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : _rest.Length;
        var isNumber = int.TryParse(_rest[..length], NumberStyles.None, CultureInfo.InvariantCulture, out number);
        _rest = _rest[length..];
        return isNumber;
    }
}
