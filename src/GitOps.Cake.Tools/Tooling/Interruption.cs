using System.Runtime.InteropServices;

namespace GitOps.Cake.Tooling;

/// <summary>
/// The end of a run by a signal. The first one cancels the token, so that the run ends in order and tells its outcome; when the grace
/// period is over, or a second one arrives, the process ends at once. Either way the exit code says which signal it was.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _token = new();
    private readonly CancellationTokenSource _forced = new();
    private readonly Lock _lock = new();
    private readonly List<Action> _cleanups = [];
    private readonly InterruptionSettings _settings;
    private readonly PosixSignalRegistration? _interrupt;
    private readonly PosixSignalRegistration? _terminate;
    private ITimer? _deadline;

    public Interruption(InterruptionSettings? settings = null)
    {
        _settings = settings ?? new();
        if (_settings.Register)
        {
            _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
            _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);

            // The host's own exit code would win over any that is set before it returns.
            AppDomain.CurrentDomain.ProcessExit += SetExitCode;
        }
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _token.Token;

    /// <summary>Cancelled when there is no more time: what still runs is killed.</summary>
    public CancellationToken Forced => _forced.Token;

    /// <summary>The first signal; null while there was none.</summary>
    public PosixSignal? Signal { get; private set; }

    /// <summary>Whether the programs that this process started have the signal already.</summary>
    public InterruptionMode Mode { get; private set; }

    /// <summary>130 or 143 after a signal; null while there was none.</summary>
    public int? ExitCode => Signal switch
    {
        null => null,
        PosixSignal.SIGINT => 130,
        _ => 143,
    };

    /// <summary>The exit code of the process, given what its host returned.</summary>
    public int ExitCodeAfter(int hostExitCode) => ExitCode ?? hostExitCode;

    /// <summary>Something to do before the process ends without unwinding; taken back when disposed.</summary>
    public IDisposable OnForcedEnd(Action cleanup)
    {
        lock (_lock)
        {
            _cleanups.Add(cleanup);
        }

        return new Cleanup(this, cleanup);
    }

    /// <summary>What a signal does; also the way in for tests.</summary>
    internal void Raise(PosixSignal signal)
    {
        lock (_lock)
        {
            if (Signal is null)
            {
                Signal = signal;
                Mode = signal is PosixSignal.SIGINT && _settings.InTerminal() ? InterruptionMode.AlreadyDelivered : InterruptionMode.Send;
                _deadline = _settings.Time.CreateTimer(_ => End(), null, _settings.GracePeriod + _settings.TimeToReport, Timeout.InfiniteTimeSpan);
                _ = Task.Run(_token.Cancel);
                return;
            }
        }

        End();
    }

    public void Dispose()
    {
        _interrupt?.Dispose();
        _terminate?.Dispose();
        _deadline?.Dispose();
        _token.Dispose();
        _forced.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        Raise(context.Signal);
    }

    private void SetExitCode(object? sender, EventArgs arguments) => Environment.ExitCode = ExitCodeAfter(Environment.ExitCode);

    private void End()
    {
        Action[] cleanups;
        lock (_lock)
        {
            cleanups = [.. _cleanups];
            _cleanups.Clear();
        }

        _forced.Cancel();
        Array.ForEach(cleanups, cleanup => cleanup());
        _settings.Exit(ExitCodeAfter(1));
    }

    private sealed class Cleanup(Interruption owner, Action action) : IDisposable
    {
        public void Dispose()
        {
            lock (owner._lock)
            {
                owner._cleanups.Remove(action);
            }
        }
    }
}
