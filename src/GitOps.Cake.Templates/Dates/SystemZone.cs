using System.Globalization;

namespace GitOps.Cake.Templates.Dates;

/// <summary>A zone of .NET, where there is no tz database. It knows no abbreviations: offsets stand in for them.</summary>
internal sealed class SystemZone(TimeZoneInfo zone) : GoZone
{
    protected override IEnumerable<ZoneClock> Clocks => [];

    public override ZoneClock At(long unixSeconds)
    {
        var least = DateTimeOffset.MinValue.ToUnixTimeSeconds() + 86_400;
        var most = DateTimeOffset.MaxValue.ToUnixTimeSeconds() - 86_400;
        var time = DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(unixSeconds, least, most));
        var offset = zone.GetUtcOffset(time);
        var sign = offset < TimeSpan.Zero ? "-" : "+";
        var name = offset.ToString(offset.Minutes == 0 ? "hh" : "hhmm", CultureInfo.InvariantCulture);
        return new((int)offset.TotalSeconds, offset == TimeSpan.Zero ? "UTC" : sign + name, zone.IsDaylightSavingTime(time));
    }
}
