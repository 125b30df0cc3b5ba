using System.Net;
using GitOps.Cake.GitHub.Authentication;

namespace GitOps.Cake.GitHub.Http;

/// <summary>
/// Adds the token to each try of a request: a wait before it may have outlasted the one before. A token that GitHub does not take is
/// renewed once, where it can be.
/// </summary>
internal sealed class AuthorizationHandler(ITokenSource tokens, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        var answer = await SendAsync(request, token, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode != HttpStatusCode.Unauthorized
            || await tokens.RenewAsync(token, answer.Headers.Date, cancellationToken).ConfigureAwait(false) is not { } renewed)
        {
            return answer;
        }

        answer.Dispose();
        return await SendAsync(request, renewed, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, Secret token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Bearer", token.Reveal());
        return base.SendAsync(request, cancellationToken);
    }
}
