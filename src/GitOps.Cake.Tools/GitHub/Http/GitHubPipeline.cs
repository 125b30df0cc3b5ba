using System.Diagnostics.CodeAnalysis;
using GitOps.Cake.GitHub.Authentication;

namespace GitOps.Cake.GitHub.Http;

/// <summary>Puts together what every request to GitHub passes.</summary>
internal static class GitHubPipeline
{
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "Each handler disposes the one that it wraps.")]
    public static HttpMessageHandler Create(Uri api, ITokenSource tokens, PipelineSettings settings) =>
        new GitHubHandler(api, new WriteGate(settings, new TokenAheadHandler(
            tokens, new RetryHandler(settings, new EntityTagHandler(new AuthorizationHandler(tokens, settings.Transport()))))));
}
