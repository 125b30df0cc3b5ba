using System.Globalization;

namespace Build.Tools;

/// <summary>Says which step a long restore is at, again every half minute, with the time since its start.</summary>
internal sealed class RestoreProgress : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly Action<string> _log;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ITimer _timer;
    private string? _step;

    public RestoreProgress(Action<string> log, TimeProvider time)
    {
        _log = log;
        _time = time;
        _start = time.GetTimestamp();
        _timer = time.CreateTimer(_ => Repeat(), state: null, Interval, Interval);
    }

    public void Step(string step)
    {
        _step = step;
        Write(step);
    }

    public void Dispose() => _timer.Dispose();

    private void Repeat()
    {
        if (_step is { } step)
        {
            Write($"still {step}");
        }
    }

    private void Write(string text) =>
        _log(string.Create(CultureInfo.InvariantCulture, $"[{_time.GetElapsedTime(_start):m\\:ss}] {text}"));
}
