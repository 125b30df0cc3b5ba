namespace GitOps.Cake.GitHub.Http;

/// <summary>
/// Lets one write through at a time, as GitHub asks of integrations, and few in a short time: the first ones at once, then one a second.
/// </summary>
internal sealed class WriteGate(PipelineSettings settings, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int AtOnce = 10;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1);
    private DateTimeOffset _paidUntil;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        var token = GitHubCall.Current.CancellationToken;
        await _turn.WaitAsync(token).ConfigureAwait(false);
        try
        {
            await KeepPaceAsync(token).ConfigureAwait(false);
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _turn.Dispose();

        base.Dispose(disposing);
    }

    // Every write costs a second; as many as fit in a short loan go at once.
    private async Task KeepPaceAsync(CancellationToken cancellationToken)
    {
        var now = settings.Time.GetUtcNow();
        if (_paidUntil < now)
            _paidUntil = now;

        var wait = _paidUntil - now - ((AtOnce - 1) * Pace);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, settings.Time, cancellationToken).ConfigureAwait(false);

        _paidUntil += Pace;
    }
}
