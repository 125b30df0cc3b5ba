using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>
/// Dates of YAML as go-yaml takes them: <c>2024-1-2</c>, <c>2024-01-02 15:04:05.5</c> (UTC), <c>2024-01-02T15:04:05+02:00</c>.
/// Fields may lack their leading zero; a date with T needs a zone, one with a blank must not have any.
/// </summary>
internal ref struct YamlTimestamp
{
    private ReadOnlySpan<char> _rest;

    private YamlTimestamp(ReadOnlySpan<char> text) => _rest = text;

    public static GoTime? Parse(ReadOnlySpan<char> text)
    {
        // Nearly every text that begins like a number is none: look at the only possible place of the first dash.
        if (text.Length < 8 || text[4] != '-' || text[..4].IndexOfAnyExceptInRange('0', '9') >= 0)
            return null;

        var year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
        return new YamlTimestamp(text[5..]).ParseFrom(year);
    }

    private GoTime? ParseFrom(int year)
    {
        if (!Number(12, out var month) || month == 0 || !Take('-') || !Number(31, out var day) || day == 0 || day > DaysIn(year, month))
            return null;
        if (_rest.IsEmpty)
            return GoTime.FromClock(year, month, day);

        var zoned = Take('T') || Take('t');
        if (!zoned)
        {
            if (!Take(' '))
                return null;
            _rest = _rest.TrimStart(' ');
        }

        if (!Number(23, out var hour) || !Take(':') || !Number(59, out var minute) || !Take(':') || !Number(59, out var second))
            return null;

        var nanosecond = Fraction();
        var offset = 0;
        if ((zoned && !Zone(out offset)) || !_rest.IsEmpty)
            return null;
        return GoTime.FromClock(year, month, day, hour, minute, second, nanosecond, offset, offset == 0 ? "UTC" : "");
    }

    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private bool Take(char expected)
    {
        if (_rest.IsEmpty || _rest[0] != expected)
            return false;

        _rest = _rest[1..];
        return true;
    }

    private bool Number(int max, out int number)
    {
        number = 0;
        var length = 0;
        while (length < 2 && length < _rest.Length && char.IsAsciiDigit(_rest[length]))
            number = number * 10 + _rest[length++] - '0';
        _rest = _rest[length..];
        return length > 0 && number <= max;
    }

    private int Fraction()
    {
        if (_rest.Length < 2 || _rest[0] is not ('.' or ',') || !char.IsAsciiDigit(_rest[1]))
            return 0;

        _rest = _rest[1..];
        var (length, nanosecond) = (0, 0);
        for (; length < _rest.Length && char.IsAsciiDigit(_rest[length]); length++)
        {
            if (length < 9)
                nanosecond = nanosecond * 10 + _rest[length] - '0';
        }

        _rest = _rest[length..];
        for (; length < 9; length++)
            nanosecond *= 10;
        return nanosecond;
    }

    // Offsets of exactly 24 hours and 60 minutes pass in Go, too.
    private bool Zone(out int offset)
    {
        offset = 0;
        if (Take('Z'))
            return true;
        if (_rest.Length < 6 || _rest[0] is not ('+' or '-') || _rest[3] != ':')
            return false;

        var sign = _rest[0] == '-' ? -1 : 1;
        var digits = _rest[1..6];
        if (!char.IsAsciiDigit(digits[0]) || !char.IsAsciiDigit(digits[1]) || !char.IsAsciiDigit(digits[3]) || !char.IsAsciiDigit(digits[4]))
            return false;

        var hours = (digits[0] - '0') * 10 + digits[1] - '0';
        var minutes = (digits[3] - '0') * 10 + digits[4] - '0';
        _rest = _rest[6..];
        offset = sign * (hours * 60 + minutes) * 60;
        return hours <= 24 && minutes <= 60;
    }
}
