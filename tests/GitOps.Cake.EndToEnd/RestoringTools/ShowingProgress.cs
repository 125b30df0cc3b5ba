using Build.Tools;

namespace GitOps.Cake.EndToEnd.RestoringTools;

public sealed class ShowingProgress : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly List<string> _log = [];
    private readonly RestoreProgress _progress;

    public ShowingProgress() => _progress = new RestoreProgress(_log.Add, _time);

    [Fact]
    public void A_step_that_takes_long_is_named_again()
    {
        _time.Pass(TimeSpan.FromSeconds(30));
        _progress.Step("compiling");
        _time.Pass(TimeSpan.FromSeconds(30));
        _time.Pass(TimeSpan.FromSeconds(30));
        _progress.Step("unpacking");

        _log.ShouldBe(["[0:30] compiling", "[1:00] still compiling", "[1:30] still compiling", "[1:30] unpacking"]);
    }

    public void Dispose()
    {
        _progress.Dispose();
        _time.Dispose();
    }

    /// <summary>A time that passes when it is told to, and one timer that is due whenever it does.</summary>
    private sealed class ManualTime : TimeProvider, ITimer
    {
        private long _now;
        private TimerCallback? _due;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _due = callback;
            return this;
        }

        public void Pass(TimeSpan time)
        {
            _now += time.Ticks;
            _due!(null);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
