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
                return rest.Length >= 4 && char.IsAsciiDigit(rest[0]) && TryDigits(4, out year);
            case LayoutElement.YearShort:
                var isThere = TryDigits(2, out year);
                year += year >= 69 ? 1900 : 2000;
                return isThere;
            case LayoutElement.MonthName:
                return TryName(DateNames.Months, 0, out month);
            case LayoutElement.MonthAbbreviation:
                return TryName(DateNames.Months, 3, out month);
            case LayoutElement.Month or LayoutElement.MonthZero:
                return TryNumber(chunk.Element == LayoutElement.MonthZero, 1, 12, "month", out month, out outOfRange);
            case LayoutElement.DayName:
                return TryName(DateNames.Days, 0, out _);
            case LayoutElement.DayAbbreviation:
                return TryName(DateNames.Days, 3, out _);
            case LayoutElement.Day or LayoutElement.DayBlank or LayoutElement.DayZero:
                SkipBlanks(chunk.Element == LayoutElement.DayBlank ? 1 : 0);
                return TryNumber(chunk.Element == LayoutElement.DayZero, 0, 99, "day", out day, out outOfRange);
            case LayoutElement.DayOfYearBlank or LayoutElement.DayOfYearZero:
                SkipBlanks(chunk.Element == LayoutElement.DayOfYearBlank ? 2 : 0);
                return TryDayOfYear(chunk.Element == LayoutElement.DayOfYearZero);
            case LayoutElement.Hour:
                return TryNumber(false, 0, 23, "hour", out hour, out outOfRange);
            case LayoutElement.Hour12 or LayoutElement.Hour12Zero:
                return TryNumber(chunk.Element == LayoutElement.Hour12Zero, 0, 12, "hour", out hour, out outOfRange);
            case LayoutElement.Minute or LayoutElement.MinuteZero:
                return TryNumber(chunk.Element == LayoutElement.MinuteZero, 0, 59, "minute", out minute, out outOfRange);
            case LayoutElement.Second or LayoutElement.SecondZero:
                return TryNumber(chunk.Element == LayoutElement.SecondZero, 0, 59, "second", out second, out outOfRange)
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
                return rest is not ['.' or ',', >= '0' and <= '9', ..] || TryFraction(FractionLength());
        }
    }

    private bool TryDigits(int count, out int number)
    {
        number = 0;
        if (rest.Length < count || !int.TryParse(rest[..count], NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return false;

        rest = rest[count..];
        return true;
    }

    // One digit or two; two when the layout has them.
    private bool TryNumber(bool isFixed, int least, int most, string name, out int number, out string? outOfRange)
    {
        outOfRange = null;
        number = 0;
        if (rest.IsEmpty || !char.IsAsciiDigit(rest[0]))
            return false;

        var isTwo = rest.Length > 1 && char.IsAsciiDigit(rest[1]);
        if ((isFixed && !isTwo) || !TryDigits(isTwo ? 2 : 1, out number))
            return false;

        outOfRange = number < least || number > most ? name : null;
        return true;
    }

    private bool TryDayOfYear(bool isFixed)
    {
        var length = 0;
        while (length < 3 && length < rest.Length && char.IsAsciiDigit(rest[length]))
            length++;
        return length > 0 && (length == 3 || !isFixed) && TryDigits(length, out dayOfYear);
    }

    private void SkipBlanks(int most)
    {
        for (; most > 0 && rest is [' ', ..]; most--)
            rest = rest[1..];
    }

    private bool TryName(string[] names, int length, out int number)
    {
        for (number = 1; number <= names.Length; number++)
        {
            var name = length == 0 ? names[number - 1] : names[number - 1][..length];
            if (!rest.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;

            rest = rest[name.Length..];
            return true;
        }

        return false;
    }

    private bool TryHalf(string morning, string afternoon)
    {
        isMorning = rest.StartsWith(morning, StringComparison.Ordinal);
        isAfternoon = rest.StartsWith(afternoon, StringComparison.Ordinal);
        rest = isMorning || isAfternoon ? rest[2..] : rest;
        return isMorning || isAfternoon;
    }

    // A text may have a fraction behind the seconds although the layout has none.
    private bool TryUnaskedFraction(LayoutChunk chunk) =>
        rest is not ['.' or ',', >= '0' and <= '9', ..]
        || LayoutChunk.Next(chunk.Suffix).Element is LayoutElement.FractionZeros or LayoutElement.FractionNines
        || TryFraction(FractionLength());

    private readonly int FractionLength() => rest[1..].IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end + 1 : rest.Length;

    private bool TryFraction(int length)
    {
        if (rest.Length < length || rest[0] is not ('.' or ',') || rest[1..length].ContainsAnyExceptInRange('0', '9'))
            return false;

        const int most = 9;
        var digits = rest[1..Math.Min(length, most + 1)].ToString().PadRight(most, '0');
        nanosecond = int.Parse(digits, CultureInfo.InvariantCulture);
        rest = rest[length..];
        return true;
    }
}
