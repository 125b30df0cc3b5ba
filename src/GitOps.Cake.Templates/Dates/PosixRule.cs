using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Dates;

/// <summary>A day of every year and a time on it.</summary>
/// <param name="Kind">M: a weekday of a month. J: a day from 1 that never counts 29 February. D: a day from 0 that does.</param>
/// <param name="Month">The month, for M.</param>
/// <param name="Week">The week in it, 5 for the last.</param>
/// <param name="Day">The day of the week from Sunday, or of the year.</param>
/// <param name="Time">Seconds after midnight; may be negative or more than a day.</param>
internal sealed record PosixRule(char Kind, int Month, int Week, int Day, int Time)
{
    private const int SecondsPerDay = 86_400;

    /// <summary>Seconds from the beginning of the year, on the clock that holds before the change.</summary>
    public long SecondOf(int year) => DayOf(year) * (long)SecondsPerDay + Time;

    private int DayOf(int year)
    {
        var isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (Kind != 'M')
            return Kind == 'D' ? Day : Day - 1 + (isLeap && Day >= 60 ? 1 : 0);

        var first = GoTime.FromClock(year, Month, 1);
        var next = Month == 12 ? GoTime.FromClock(year + 1, 1, 1) : GoTime.FromClock(year, Month + 1, 1);
        var length = (int)((next.UnixSeconds - first.UnixSeconds) / SecondsPerDay);
        var day = (Day - (int)first.DayOfWeek + 7) % 7 + (Week - 1) * 7;
        return first.DayOfYear - 1 + (day >= length ? day - 7 : day);
    }
}
