using System.Runtime.ExceptionServices;

namespace GitOps.Cake.GitHub.Http;

/// <summary>
/// Repeats what GitHub holds back or fails to answer, by GitHub's own rules and within bounds. What may have been carried out and must not
/// be carried out twice is not repeated: whoever made the call has to look first.
/// </summary>
internal sealed class RetryHandler(PipelineSettings settings, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private DateTimeOffset _heldUntil;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = GitHubCall.Current;
        if (request.Content is { } content)
            await content.LoadIntoBufferAsync(call.CancellationToken).ConfigureAwait(false);

        var waited = TimeSpan.Zero;
        var (held, faults) = (0, 0);
        while (true)
        {
            waited += await WaitForTurnAsync(call.CancellationToken).ConfigureAwait(false);
            var attempt = await Attempt.MakeAsync(token => base.SendAsync(request, token), settings, call.CancellationToken).ConfigureAwait(false);
            var holds = attempt.Answer is { } answer && RateLimit.Holds(answer, attempt.Body);
            if (!holds && !attempt.IsFault)
                return attempt.Answer!;

            if (!holds && !attempt.NeverArrived && request.Method != HttpMethod.Get && !call.IsRepeatable)
                throw Unknown(request, attempt);

            var wait = holds ? Longer(RateLimit.Wait(attempt.Answer!, settings.Time.GetUtcNow(), held), Patience(held++)) : Backoff(faults++);
            if (held + faults >= settings.MostAttempts || faults >= settings.MostFaults || waited + wait > settings.MostWaiting)
                return End(attempt);

            settings.Log?.Verbose($"GitHub: {request.Method} {request.RequestUri!.AbsolutePath}: {attempt.What}; waiting {wait.TotalSeconds:0.#} s.");
            attempt.Answer?.Dispose();
            waited += await HoldAsync(wait, holds, call.CancellationToken).ConfigureAwait(false);
        }
    }

    private static HttpResponseMessage End(Attempt attempt)
    {
        if (attempt.Fault is { } fault)
            ExceptionDispatchInfo.Throw(fault);

        return attempt.Answer!;
    }

    private static OutcomeUnknownException Unknown(HttpRequestMessage request, Attempt attempt)
    {
        attempt.Answer?.Dispose();
        return new($"GitHub did not say what became of {request.Method} {request.RequestUri!.AbsolutePath}: {attempt.What}.", attempt.Fault);
    }

    // Where the time that GitHub named is over, or none at all, and it holds back all the same.
    private static TimeSpan Patience(int before) => before == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Pow(2, Math.Min(before, 6)));

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private TimeSpan Backoff(int before)
    {
        var longest = TimeSpan.FromSeconds(Math.Pow(2, before));
        longest = longest < LongestBackoff ? longest : LongestBackoff;
        return (longest / 2) + (longest / 2 * settings.Jitter());
    }

    // A limit holds for everything that this run asks of GitHub, not for one request.
    private async Task<TimeSpan> HoldAsync(TimeSpan wait, bool everyone, CancellationToken cancellationToken)
    {
        if (!everyone)
        {
            await Task.Delay(wait, settings.Time, cancellationToken).ConfigureAwait(false);
            return wait;
        }

        var until = settings.Time.GetUtcNow() + wait + TimeSpan.FromSeconds(settings.Jitter());
        lock (_lock)
        {
            _heldUntil = until > _heldUntil ? until : _heldUntil;
        }

        return TimeSpan.Zero;
    }

    private async Task<TimeSpan> WaitForTurnAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_lock)
        {
            wait = _heldUntil - settings.Time.GetUtcNow();
        }

        if (wait <= TimeSpan.Zero)
            return TimeSpan.Zero;

        await Task.Delay(wait, settings.Time, cancellationToken).ConfigureAwait(false);
        return wait;
    }
}
