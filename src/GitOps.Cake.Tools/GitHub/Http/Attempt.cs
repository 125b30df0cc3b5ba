using System.Net;

namespace GitOps.Cake.GitHub.Http;

/// <summary>One try of a request: an answer, or what went wrong instead of one.</summary>
internal sealed record Attempt(HttpResponseMessage? Answer, string Body, Exception? Fault)
{
    /// <summary>Whether GitHub, or what stands in front of it, failed.</summary>
    public bool IsFault => Fault is not null
        || Answer?.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Whether the request certainly never reached GitHub.</summary>
    public bool NeverArrived => Fault is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError,
    };

    public string What => Fault switch
    {
        null => $"HTTP {(int)Answer!.StatusCode}",
        TimeoutException timeout => timeout.Message,
        _ => Fault.Message,
    };

    /// <summary>Sends a request, and reads its answer.</summary>
    /// <param name="send">Sends it.</param>
    /// <param name="settings">How long it may take.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Attempt> MakeAsync(
        Func<CancellationToken, Task<HttpResponseMessage>> send, PipelineSettings settings, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(settings.AttemptTimeout, settings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var answer = await send(either.Token).ConfigureAwait(false);
            await answer.Content.LoadIntoBufferAsync(either.Token).ConfigureAwait(false);
            var body = answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync(either.Token).ConfigureAwait(false);
            return new(answer, body, null);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, "", new TimeoutException($"no answer within {settings.AttemptTimeout.TotalSeconds:0} s", exception));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new(null, "", exception);
        }
    }
}
