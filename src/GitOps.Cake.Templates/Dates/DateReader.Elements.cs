using System.Globalization;

namespace GitOps.Cake.Templates.Dates;

internal ref partial struct DateReader
{
    private bool TryElement(LayoutChunk chunk, out string? outOfRange)
    {
        outOfRange = null;
        switch (chunk.Element)
        {
            case LayoutElement.Year:
                return _rest.Length >= 4 && char.IsAsciiDigit(_rest[0]) && TryDigits(4, out _year);
            case LayoutElement.YearShort:
                var isThere = TryDigits(2, out _year);
                _year += _year >= 69 ? 1900 : 2000;
                return isThere;
            case LayoutElement.MonthName:
                return TryName(DateNames.Months, 0, out _month);
            case LayoutElement.MonthAbbreviation:
                return TryName(DateNames.Months, 3, out _month);
            case LayoutElement.Month or LayoutElement.MonthZero:
                return TryNumber(chunk.Element == LayoutElement.MonthZero, 1, 12, "month", out _month, out outOfRange);
            case LayoutElement.DayName:
                return TryName(DateNames.Days, 0, out _);
            case LayoutElement.DayAbbreviation:
                return TryName(DateNames.Days, 3, out _);
            case LayoutElement.Day or LayoutElement.DayBlank or LayoutElement.DayZero:
                SkipBlanks(chunk.Element == LayoutElement.DayBlank ? 1 : 0);
                return TryNumber(chunk.Element == LayoutElement.DayZero, 0, 99, "day", out _day, out outOfRange);
            case LayoutElement.DayOfYearBlank or LayoutElement.DayOfYearZero:
                SkipBlanks(chunk.Element == LayoutElement.DayOfYearBlank ? 2 : 0);
                return TryDayOfYear(chunk.Element == LayoutElement.DayOfYearZero);
            case LayoutElement.Hour:
                return TryNumber(false, 0, 23, "hour", out _hour, out outOfRange);
            case LayoutElement.Hour12 or LayoutElement.Hour12Zero:
                return TryNumber(chunk.Element == LayoutElement.Hour12Zero, 0, 12, "hour", out _hour, out outOfRange);
            case LayoutElement.Minute or LayoutElement.MinuteZero:
                return TryNumber(chunk.Element == LayoutElement.MinuteZero, 0, 59, "minute", out _minute, out outOfRange);
            case LayoutElement.Second or LayoutElement.SecondZero:
                return TryNumber(chunk.Element == LayoutElement.SecondZero, 0, 59, "second", out _second, out outOfRange)
                    && (outOfRange is not null || TryUnaskedFraction(chunk));
            case LayoutElement.HalfUpper:
                return TryHalf("AM", "PM");
            case LayoutElement.HalfLower:
                return TryHalf("am", "pm");
            case LayoutElement.ZoneName:
                return TryZoneName();
            case LayoutElement.Offset:
                return TryOffset(chunk.Written, out outOfRange);
            case LayoutElement.FractionZeros:
                return TryFraction(chunk.Written.Length);
            default:
                return _rest is not ['.' or ',', >= '0' and <= '9', ..] || TryFraction(FractionLength());
        }
    }

    private bool TryDigits(int count, out int number)
    {
        number = 0;
        if (_rest.Length < count || !int.TryParse(_rest[..count], NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return false;

        _rest = _rest[count..];
        return true;
    }

    // One digit or two; two when the layout has them.
    private bool TryNumber(bool isFixed, int least, int most, string name, out int number, out string? outOfRange)
    {
        outOfRange = null;
        number = 0;
        if (_rest.IsEmpty || !char.IsAsciiDigit(_rest[0]))
            return false;

        var isTwo = _rest.Length > 1 && char.IsAsciiDigit(_rest[1]);
        if ((isFixed && !isTwo) || !TryDigits(isTwo ? 2 : 1, out number))
            return false;

        outOfRange = number < least || number > most ? name : null;
        return true;
    }

    private bool TryDayOfYear(bool isFixed)
    {
        var length = 0;
        while (length < 3 && length < _rest.Length && char.IsAsciiDigit(_rest[length]))
            length++;
        return length > 0 && (length == 3 || !isFixed) && TryDigits(length, out _dayOfYear);
    }

    private void SkipBlanks(int most)
    {
        for (; most > 0 && _rest is [' ', ..]; most--)
            _rest = _rest[1..];
    }

    private bool TryName(string[] names, int length, out int number)
    {
        for (number = 1; number <= names.Length; number++)
        {
            var name = length == 0 ? names[number - 1] : names[number - 1][..length];
            if (!_rest.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;

            _rest = _rest[name.Length..];
            return true;
        }

        return false;
    }

    private bool TryHalf(string morning, string afternoon)
    {
        _isMorning = _rest.StartsWith(morning, StringComparison.Ordinal);
        _isAfternoon = _rest.StartsWith(afternoon, StringComparison.Ordinal);
        _rest = _isMorning || _isAfternoon ? _rest[2..] : _rest;
        return _isMorning || _isAfternoon;
    }

    // A text may have a fraction behind the seconds although the layout has none.
    private bool TryUnaskedFraction(LayoutChunk chunk) =>
        _rest is not ['.' or ',', >= '0' and <= '9', ..]
        || LayoutChunk.Next(chunk.Suffix).Element is LayoutElement.FractionZeros or LayoutElement.FractionNines
        || TryFraction(FractionLength());

    private readonly int FractionLength() => _rest[1..].IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end + 1 : _rest.Length;

    private bool TryFraction(int length)
    {
        if (_rest.Length < length || _rest[0] is not ('.' or ',') || _rest[1..length].ContainsAnyExceptInRange('0', '9'))
            return false;

        const int most = 9;
        var digits = _rest[1..Math.Min(length, most + 1)].ToString().PadRight(most, '0');
        _nanosecond = int.Parse(digits, CultureInfo.InvariantCulture);
        _rest = _rest[length..];
        return true;
    }
}
