using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Dates;

/// <summary>A zone as POSIX writes it, which holds after the last change that a zone file lists: <c>CET-1CEST,M3.5.0,M10.5.0/3</c>.</summary>
internal sealed class PosixZone
{
    private readonly ZoneClock _winter;
    private readonly ZoneClock _summer;
    private readonly PosixRule? _start;
    private readonly PosixRule? _end;

    private PosixZone(ZoneClock winter, ZoneClock summer, PosixRule? start, PosixRule? end)
    {
        this._winter = winter;
        this._summer = summer;
        this._start = start;
        this._end = end;
    }

    /// <summary>Reads a zone; null when the text is none.</summary>
    public static PosixZone? Parse(string text)
    {
        var reader = new PosixReader(text);
        if (!reader.TryName(out var name) || !reader.TryTime(out var west))
            return null;

        var winter = new ZoneClock(-west, name);
        if (reader.IsEnd)
            return new(winter, winter, null, null);
        if (!reader.TryName(out name))
            return null;

        var offset = winter.Offset + 3600;
        if (!reader.IsAt(',') && reader.TryTime(out west))
            offset = -west;
        return reader.TryRule(out var start) && reader.TryRule(out var end) ? new(winter, new(offset, name, IsSummer: true), start, end) : null;
    }

    public ZoneClock At(long unixSeconds)
    {
        if (_start is null || _end is null)
            return _winter;

        var year = new GoTime(unixSeconds + _winter.Offset).Year;
        var newYear = GoTime.FromClock(year, 1, 1).UnixSeconds;
        var from = newYear + _start.SecondOf(year) - _winter.Offset;
        var to = newYear + _end.SecondOf(year) - _summer.Offset;

        // South of the equator summer goes over the turn of the year.
        var isSummer = from < to ? unixSeconds >= from && unixSeconds < to : unixSeconds >= from || unixSeconds < to;
        return isSummer ? _summer : _winter;
    }
}
