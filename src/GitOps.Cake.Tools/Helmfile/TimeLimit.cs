namespace GitOps.Cake.Helmfile;

/// <summary>A limit on the time of a call: its end is told as what it is, and not as a cancellation.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _callers;
    private readonly TimeSpan? _limit;

    public TimeLimit(TimeSpan? limit, CancellationToken cancellationToken)
    {
        (_limit, _callers) = (limit, cancellationToken);
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (limit is { } time)
            _source.CancelAfter(time);
    }

    /// <exception cref="GitOpsException">The time is over.</exception>
    public async Task<T> KeepAsync<T>(string what, Func<CancellationToken, Task<T>> call)
    {
        try
        {
            return await call(_source.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (_source.IsCancellationRequested && !_callers.IsCancellationRequested)
        {
            throw new GitOpsException($"{what} took longer than the {_limit} that its settings allow. Raise Timeout, or see what it waited for.", exception);
        }
    }

    public void Dispose() => _source.Dispose();
}
