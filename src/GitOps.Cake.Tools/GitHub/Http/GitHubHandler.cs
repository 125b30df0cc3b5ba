using System.Net.Http.Headers;

namespace GitOps.Cake.GitHub.Http;

/// <summary>
/// Gives every request to GitHub its proper headers, and lets none go elsewhere: an address that an answer names would get the
/// token otherwise.
/// </summary>
internal sealed class GitHubHandler(Uri api, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string ApiVersion = "2022-11-28";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } address || address.Authority != api.Authority || address.Scheme != api.Scheme)
        {
            throw new GitOpsException($"""
                A request of {api.Host} would have gone to {request.RequestUri?.Host}, and was not sent.
                Correct GITHUB_API_URL; a redirect to another server is never followed.
                """);
        }

        request.Headers.Accept.Clear();
        request.Headers.Accept.Add(new("application/vnd.github+json"));
        request.Headers.Remove("X-GitHub-Api-Version");
        request.Headers.Add("X-GitHub-Api-Version", ApiVersion);
        if (request.Content is { } content)
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");

        return base.SendAsync(request, cancellationToken);
    }
}
