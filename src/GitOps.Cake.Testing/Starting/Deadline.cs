namespace GitOps.Cake.Testing.Starting;

/// <summary>The time that a whole start may take, told apart from a caller who gave up.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;

    public Deadline(TimeSpan patience, TimeProvider time, CancellationToken caller)
    {
        Patience = patience;
        _caller = caller;
        _timer = new(patience, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(caller, _timer.Token);
    }

    public TimeSpan Patience { get; }

    public CancellationToken Token => _either.Token;

    public bool IsOver => _timer.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
