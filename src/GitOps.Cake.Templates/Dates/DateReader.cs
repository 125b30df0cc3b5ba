using GitOps.Cake.Templates.Texts;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Dates;

/// <summary>Reads times by a layout; see <see cref="DateWriter"/>.</summary>
internal ref partial struct DateReader(string layout, string text, GoZone local)
{
    private readonly string layout = layout;
    private readonly string text = text;
    private readonly GoZone local = local;

    private ReadOnlySpan<char> rest = text;
    private int year;
    private int month = -1;
    private int day = -1;
    private int dayOfYear = -1;
    private int hour;
    private int minute;
    private int second;
    private int nanosecond;
    private bool isMorning;
    private bool isAfternoon;
    private int? offset;
    private bool isUtc;
    private string zone = "";

    /// <exception cref="TemplateFunctionException">The text does not fit the layout, or names a day that does not exist.</exception>
    public GoTime Read()
    {
        var layoutRest = layout.AsSpan();
        while (true)
        {
            var chunk = LayoutChunk.Next(layoutRest);
            if (!TrySkip(chunk.Prefix))
                throw Mismatch(rest, chunk.Prefix);
            if (chunk.Element == LayoutElement.None)
                break;

            var held = rest;
            if (!TryElement(chunk, out var outOfRange))
                throw Mismatch(held, chunk.Written);
            if (outOfRange is not null)
                throw Wrong($"{outOfRange} out of range");
            layoutRest = chunk.Suffix;
        }

        if (!rest.IsEmpty)
            throw Wrong($"extra text: {DateQuote.Quote(rest)}");
        return Time();
    }

    // A blank of the layout stands for any number of them.
    private bool TrySkip(ReadOnlySpan<char> prefix)
    {
        while (!prefix.IsEmpty)
        {
            if (prefix[0] == ' ')
            {
                if (!rest.IsEmpty && rest[0] != ' ')
                    return false;
                prefix = prefix.TrimStart(' ');
                rest = rest.TrimStart(' ');
                continue;
            }

            if (rest.IsEmpty || rest[0] != prefix[0])
                return false;
            prefix = prefix[1..];
            rest = rest[1..];
        }

        return true;
    }

    private GoTime Time()
    {
        if (isAfternoon && hour < 12)
            hour += 12;
        else if (isMorning && hour == 12)
            hour = 0;
        CheckDay();

        var clock = GoTime.FromClock(year, month, day, hour, minute, second, nanosecond);
        if (isUtc)
            return clock;
        if (offset is { } known)
        {
            var time = clock with { UnixSeconds = clock.UnixSeconds - known };
            var there = local.At(time.UnixSeconds);
            var isLocal = there.Offset == known && (zone.Length == 0 || zone == there.Name);
            return time with { Offset = known, Zone = isLocal ? there.Name : zone };
        }

        if (zone.Length == 0)
            return local.FromClock(clock);
        if (local.OffsetOf(zone, clock.UnixSeconds) is { } named)
            return local.In(clock with { UnixSeconds = clock.UnixSeconds - named });

        // A name that the local zone does not know tells nothing, but for GMT+3.
        var guess = zone.StartsWith("GMT", StringComparison.Ordinal) && GoNumber.TryParse(zone.AsSpan(3), 10, out var hours) ? (int)hours * 3600 : 0;
        return clock with { UnixSeconds = clock.UnixSeconds - guess, Offset = guess, Zone = zone };
    }

    private void CheckDay()
    {
        if (dayOfYear >= 0)
        {
            if (dayOfYear < 1 || dayOfYear > (IsLeap(year) ? 366 : 365))
                throw Wrong("day-of-year out of range");

            var date = GoTime.FromClock(year, 1, 1);
            date = date with { UnixSeconds = date.UnixSeconds + (dayOfYear - 1) * 86_400L };
            if ((month >= 0 && month != date.Month) || (day >= 0 && day != date.Day))
                throw Wrong(month >= 0 && month != date.Month ? "day-of-year does not match month" : "day-of-year does not match day");
            (month, day) = (date.Month, date.Day);
            return;
        }

        month = month < 0 ? 1 : month;
        day = day < 0 ? 1 : day;
        if (day < 1 || day > DaysIn(year, month))
            throw Wrong("day out of range");
    }

    private static int DaysIn(int year, int month) => month == 2 ? IsLeap(year) ? 29 : 28 : month is 4 or 6 or 9 or 11 ? 30 : 31;

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    private readonly TemplateFunctionException Mismatch(ReadOnlySpan<char> value, ReadOnlySpan<char> element) =>
        new($"parsing time {DateQuote.Quote(text)} as {DateQuote.Quote(layout)}: cannot parse {DateQuote.Quote(value)} as {DateQuote.Quote(element)}");

    private readonly TemplateFunctionException Wrong(string message) => new($"parsing time {DateQuote.Quote(text)}: {message}");
}
