using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Dates;

/// <summary>A time zone.</summary>
internal abstract class GoZone
{
    /// <summary>UTC.</summary>
    public static GoZone Utc { get; } = new FixedZone(new(0, "UTC"));

    /// <summary>The clock at an instant.</summary>
    public abstract ZoneClock At(long unixSeconds);

    /// <summary>The clocks that the zone has or had, for finding one by name.</summary>
    protected abstract IEnumerable<ZoneClock> Clocks { get; }

    /// <summary>The same instant on this zone's clock.</summary>
    public GoTime In(GoTime time)
    {
        var clock = At(time.UnixSeconds);
        return time with { Offset = clock.Offset, Zone = clock.Name };
    }

    /// <summary>The instant at which this zone's clock shows what a time in UTC shows.</summary>
    public GoTime FromClock(GoTime shown)
    {
        // The offset that holds around then tells which one holds there.
        var near = shown.UnixSeconds - At(shown.UnixSeconds).Offset;
        return In(shown with { UnixSeconds = shown.UnixSeconds - At(near).Offset });
    }

    /// <summary>The offset that a name such as CEST stands for, preferably one that holds when the clock shows these seconds.</summary>
    public int? OffsetOf(string name, long shown)
    {
        var named = Clocks.Where(clock => clock.Name == name).ToList();
        foreach (var clock in named)
        {
            if (At(shown - clock.Offset) is var there && there.Name == name)
                return there.Offset;
        }

        return named.Count > 0 ? named[0].Offset : null;
    }

    private sealed class FixedZone(ZoneClock clock) : GoZone
    {
        protected override IEnumerable<ZoneClock> Clocks => [clock];

        public override ZoneClock At(long unixSeconds) => clock;
    }
}
