namespace GitOps.Cake.GitHub.Statuses;

/// <summary>A status that was set to pending and has to end.</summary>
internal sealed class OpenStatus(CommitStatusReporter reporter, CommitStatusSettings pending) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private bool _isClosed;

    /// <summary>Its name.</summary>
    public string Context => pending.Context;

    /// <summary>Sets what became of it; what comes first counts.</summary>
    public async Task CloseAsync(CommitState state, string description, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isClosed)
                return;

            await reporter.SetAsync(pending with { State = state, Description = description }, cancellationToken).ConfigureAwait(false);
            _isClosed = true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
