namespace GitOps.Cake.Testing;

/// <summary>A clock that stands still until a test moves it. Code that waits with it takes no time: <see cref="RunAsync{T}"/> moves it from one wait to the next.</summary>
public sealed class TestClock : TimeProvider
{
    private const int Yields = 4;

    private readonly Lock _lock = new();
    private readonly List<ClockTimer> _timers = [];
    private DateTimeOffset _now;

    /// <summary>A clock.</summary>
    /// <param name="start">The time it shows first; the start of the year 2026 by default.</param>
    public TestClock(DateTimeOffset? start = null) => _now = start ?? new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ClockTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, and lets every timer go off on the way, each at its time.</summary>
    /// <param name="time">How far.</param>
    public void Advance(TimeSpan time)
    {
        var until = GetUtcNow() + time;
        while (FireNext(until))
        {
        }

        lock (_lock)
        {
            _now = until;
        }
    }

    /// <summary>Waits for work that waits with this clock: whenever it stands still, the clock goes on to its next timer.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">The work.</param>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        while (!work.IsCompleted)
        {
            // Work may be on another thread for a moment; what it waits for comes after that.
            for (var count = 0; count < Yields && !work.IsCompleted; count++)
                await Task.Yield();

            if (!work.IsCompleted)
                FireNext(DateTimeOffset.MaxValue);
        }

        return await work.ConfigureAwait(false);
    }

    private bool FireNext(DateTimeOffset until)
    {
        ClockTimer? next;
        lock (_lock)
        {
            next = _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            if (next is null)
                return false;

            _now = next.Due > _now ? next.Due : _now;
            next.Due += next.Period;
            if (next.Period <= TimeSpan.Zero)
                _timers.Remove(next);
        }

        next.Call();
        return true;
    }

    private sealed class ClockTimer(TestClock clock, Action call) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Call() => call();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                Period = period;
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
