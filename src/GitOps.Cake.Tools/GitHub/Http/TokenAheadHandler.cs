using GitOps.Cake.GitHub.Authentication;

namespace GitOps.Cake.GitHub.Http;

/// <summary>Has the token at hand before the first try of a request: to make one may take longer than a try may, where GitHub holds that back.</summary>
internal sealed class TokenAheadHandler(ITokenSource tokens, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await tokens.GetAsync(GitHubCall.Current.CancellationToken).ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
