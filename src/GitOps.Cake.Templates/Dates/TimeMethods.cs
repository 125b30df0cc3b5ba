using GitOps.Cake.Templates.Functions;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Dates;

/// <summary>The methods of a time.</summary>
internal static class TimeMethods
{
    private const int SecondsPerDay = 86_400;

    public static TemplateFunction? Find(GoTime time, string name) => name switch
    {
        "Year" => Signature.Of("", _ => (nint)time.Year),
        "Month" => Signature.Of("", _ => NamedNumber.Month(time.Month)),
        "Day" => Signature.Of("", _ => (nint)time.Day),
        "YearDay" => Signature.Of("", _ => (nint)time.DayOfYear),
        "Weekday" => Signature.Of("", _ => NamedNumber.Weekday(time.DayOfWeek)),
        "Hour" => Signature.Of("", _ => (nint)time.Hour),
        "Minute" => Signature.Of("", _ => (nint)time.Minute),
        "Second" => Signature.Of("", _ => (nint)time.Second),
        "Nanosecond" => Signature.Of("", _ => (nint)time.Nanosecond),
        "Unix" => Signature.Of("", _ => time.UnixSeconds),
        "UnixMilli" => Signature.Of("", _ => time.UnixSeconds * 1_000 + time.Nanosecond / 1_000_000),
        "UnixMicro" => Signature.Of("", _ => time.UnixSeconds * 1_000_000 + time.Nanosecond / 1_000),
        "UnixNano" => Signature.Of("", _ => time.UnixSeconds * GoDuration.Second + time.Nanosecond),
        "IsZero" => Signature.Of("", _ => time.UnixSeconds == GoTime.Zero.UnixSeconds && time.Nanosecond == 0),
        "String" => Signature.Of("", _ => time.ToString()),
        "Format" => Signature.Of("s", call => DateWriter.Write(time, call.Text(0))),
        "UTC" => Signature.Of("", _ => GoZone.Utc.In(time)),
        "Local" => Signature.Of("", call => call.Run.Zones.Local.In(time)),
        "Add" => new([TemplateType.Duration], null, call => Add(time, (GoDuration)call[0]!)),
        "AddDate" => Signature.Of("iii", call => AddDate(call.Run.Zones, time, call.Int(0), call.Int(1), call.Int(2))),
        "Sub" => Signature.Of("t", call => Subtract(time, call.Time(0))),
        "Before" => Signature.Of("t", call => Compare(time, call.Time(0)) < 0),
        "After" => Signature.Of("t", call => Compare(time, call.Time(0)) > 0),
        "Equal" => Signature.Of("t", call => Compare(time, call.Time(0)) == 0),
        "Compare" => Signature.Of("t", call => (nint)Compare(time, call.Time(0))),
        _ => null,
    };

    public static GoTime Add(GoTime time, GoDuration duration)
    {
        var nanoseconds = time.Nanosecond + duration.Nanoseconds % GoDuration.Second;
        var carry = nanoseconds < 0 ? -1 : nanoseconds >= GoDuration.Second ? 1 : 0;
        return time with
        {
            UnixSeconds = time.UnixSeconds + duration.Nanoseconds / GoDuration.Second + carry,
            Nanosecond = (int)(nanoseconds - carry * GoDuration.Second),
        };
    }

    public static GoDuration Subtract(GoTime left, GoTime right)
    {
        var nanoseconds = ((Int128)left.UnixSeconds - right.UnixSeconds) * GoDuration.Second + left.Nanosecond - right.Nanosecond;
        return new((long)Int128.Clamp(nanoseconds, long.MinValue, long.MaxValue));
    }

    private static int Compare(GoTime left, GoTime right) =>
        Math.Sign((left.UnixSeconds, left.Nanosecond).CompareTo((right.UnixSeconds, right.Nanosecond)));

    // 31 January and one month is 3 March, or 2 March in leap years.
    private static GoTime AddDate(ZoneDatabase zones, GoTime time, long years, long months, long days)
    {
        const long most = 1_000_000_000;
        if (Math.Abs(years) > most / 1_000 || Math.Abs(months) > most || Math.Abs(days) > most)
            throw new TemplateFunctionException("AddDate: the date is out of range");

        var month = time.Month - 1 + months;
        var year = time.Year + years + (long)Math.Floor(month / 12.0);
        var shown = GoTime.FromClock((int)year, (int)((month % 12 + 12) % 12) + 1, 1, time.Hour, time.Minute, time.Second, time.Nanosecond);
        shown = shown with { UnixSeconds = shown.UnixSeconds + (time.Day - 1 + days) * SecondsPerDay };
        return zones.Local is var local && local.In(time) == time
            ? local.FromClock(shown)
            : shown with { UnixSeconds = shown.UnixSeconds - time.Offset, Offset = time.Offset, Zone = time.Zone };
    }
}
