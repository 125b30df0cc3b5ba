namespace GitOps.Cake.Testing.Starting;

/// <summary>The time that a whole start may take, told apart from a caller who gave up.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;

    public Deadline(TimeSpan patience, CancellationToken caller)
    {
        Patience = patience;
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _source.CancelAfter(patience);
    }

    public TimeSpan Patience { get; }

    public CancellationToken Token => _source.Token;

    public bool IsOver => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Dispose() => _source.Dispose();
}
