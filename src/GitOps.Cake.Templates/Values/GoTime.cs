using System.Globalization;

namespace GitOps.Cake.Templates.Values;

/// <summary>A time of Go: an instant with nanoseconds, shown on the clock of a fixed offset.</summary>
/// <param name="UnixSeconds">Whole seconds since 1970-01-01T00:00:00Z, rounded down.</param>
/// <param name="Nanosecond">Nanoseconds within the second, 0 to 999 999 999.</param>
/// <param name="Offset">Seconds east of UTC of the clock that shows it.</param>
/// <param name="Zone">The zone's abbreviation, such as <c>UTC</c> or <c>CEST</c>; empty when only the offset is known.</param>
public sealed record GoTime(long UnixSeconds, int Nanosecond = 0, int Offset = 0, string Zone = "UTC")
{
    private const int SecondsPerDay = 86_400;

    /// <summary>Go's zero time: 1 January of the year 1, UTC.</summary>
    public static GoTime Zero { get; } = FromClock(1, 1, 1);

    /// <summary>The year on its clock.</summary>
    public int Year => Calendar.Year;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => Calendar.Month;

    /// <summary>The day of the month, from 1.</summary>
    public int Day => Calendar.Day;

    /// <summary>The hour, 0 to 23.</summary>
    public int Hour => SecondOfDay / 3600;

    /// <summary>The minute, 0 to 59.</summary>
    public int Minute => SecondOfDay / 60 % 60;

    /// <summary>The second, 0 to 59.</summary>
    public int Second => SecondOfDay % 60;

    /// <summary>The day of the week.</summary>
    public DayOfWeek DayOfWeek => (DayOfWeek)(int)(((Days + 4) % 7 + 7) % 7);

    /// <summary>The day of the year, from 1.</summary>
    public int DayOfYear => (int)(Days - DaysBefore(Year, 1, 1)) + 1;

    private long ClockSeconds => UnixSeconds + Offset;

    private long Days => Math.DivRem(ClockSeconds, SecondsPerDay) is var (days, rest) && rest < 0 ? days - 1 : days;

    private int SecondOfDay => (int)(ClockSeconds - Days * SecondsPerDay);

    // Count in years that begin in March, so that the leap day is a year's last one (an era has 400 years).
    private (int Year, int Month, int Day) Calendar
    {
        get
        {
            var shifted = Days + 719_468;
            var era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097;
            var dayOfEra = shifted - era * 146_097;
            var yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
            var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
            var march = (5 * dayOfYear + 2) / 153;
            var month = (int)(march < 10 ? march + 3 : march - 9);
            return ((int)(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), month, (int)(dayOfYear - (153 * march + 2) / 5 + 1));
        }
    }

    /// <summary>The time that a clock shows; fields beyond their range carry over, as in Go.</summary>
    /// <param name="year">The year, also 0 and below.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="day">The day of the month.</param>
    /// <param name="hour">The hour.</param>
    /// <param name="minute">The minute.</param>
    /// <param name="second">The second.</param>
    /// <param name="nanosecond">Nanoseconds within the second.</param>
    /// <param name="offset">Seconds east of UTC.</param>
    /// <param name="zone">The zone's abbreviation.</param>
    /// <returns>The time.</returns>
    public static GoTime FromClock(
        int year, int month, int day, int hour = 0, int minute = 0, int second = 0, int nanosecond = 0, int offset = 0, string zone = "UTC") =>
        new(DaysBefore(year, month, day) * SecondsPerDay + hour * 3600L + minute * 60L + second - offset, nanosecond, offset, zone);

    /// <summary>The same instant and offset as a .NET time, whose zone has no name unless the offset is zero.</summary>
    /// <param name="time">The .NET time.</param>
    /// <returns>The time.</returns>
    public static GoTime FromDateTimeOffset(DateTimeOffset time) =>
        new(
            time.ToUnixTimeSeconds(),
            (int)((time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) % TimeSpan.TicksPerSecond + TimeSpan.TicksPerSecond) % (int)TimeSpan.TicksPerSecond * 100,
            (int)time.Offset.TotalSeconds,
            time.Offset == TimeSpan.Zero ? "UTC" : "");

    /// <summary>The form of RFC 3339 that YAML and JSON show, with a fraction only where there is one: <c>2024-01-02T00:00:00Z</c>.</summary>
    /// <returns>The text.</returns>
    public string ToRfc3339() => $"{Date}T{Clock}{(Offset == 0 ? "Z" : OffsetText(":"))}";

    /// <summary>Go's own form: <c>2024-01-02 00:00:00 +0000 UTC</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Date} {Clock} {OffsetText("")} {(Zone.Length > 0 ? Zone : OffsetText(""))}";

    private string Date => string.Create(CultureInfo.InvariantCulture, $"{(Year < 0 ? "-" : "")}{Math.Abs(Year):0000}-{Month:00}-{Day:00}");

    private string Clock => string.Create(CultureInfo.InvariantCulture, $"{Hour:00}:{Minute:00}:{Second:00}{Fraction}");

    private string Fraction =>
        Nanosecond == 0 ? "" : "." + Nanosecond.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');

    private string OffsetText(string separator)
    {
        var minutes = Math.Abs(Offset / 60);
        return string.Create(CultureInfo.InvariantCulture, $"{(Offset < 0 ? '-' : '+')}{minutes / 60:00}{separator}{minutes % 60:00}");
    }

    private static long DaysBefore(int year, int month, int day)
    {
        long march = month <= 2 ? year - 1 : year;
        var era = (march >= 0 ? march : march - 399) / 400;
        var yearOfEra = march - era * 400;
        var dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }
}
