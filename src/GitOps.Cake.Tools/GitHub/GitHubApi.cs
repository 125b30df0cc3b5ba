using GitOps.Cake.GitHub.Authentication;
using GitOps.Cake.GitHub.Http;
using Octokit;
using Octokit.Internal;

namespace GitOps.Cake.GitHub;

/// <summary>GitHub's API as one identity: every call passes one pipeline, can be cancelled, and fails in words that a person can act on.</summary>
internal sealed class GitHubApi : IDisposable
{
    private readonly HttpClientAdapter _http;
    private readonly GitHubClient _client;
    private readonly Uri _api;
    private readonly PipelineSettings _settings;

    public GitHubApi(Uri api, ITokenSource tokens, PipelineSettings? settings = null)
    {
        (_api, _settings) = (api, settings ?? new());
        _http = new(() => GitHubPipeline.Create(api, tokens, _settings));

        // The short constructors of the client rewrite some addresses; this one takes the address as it is.
        _client = new(new Connection(new("gitops-cake"), api, new InMemoryCredentialStore(Credentials.Anonymous), _http, new SimpleJsonSerializer()));

        // The pipeline has limits of its own, which know of waiting.
        _client.SetRequestTimeout(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Where questions in the query language go: beside the REST API, not below it, on a server of one's own.</summary>
    public string GraphQl => _api.AbsolutePath.EndsWith("/v3/", StringComparison.Ordinal) ? "../graphql" : "graphql";

    /// <summary>Asks, or sets something to a value that may be set twice.</summary>
    /// <param name="request">What it is, in words.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits.</param>
    /// <exception cref="RemoteCallException">GitHub cannot be reached or refuses.</exception>
    public Task<T> CallAsync<T>(GitHubRequest request, Func<GitHubClient, Task<T>> call, CancellationToken cancellationToken) =>
        InWordsAsync(request, isRepeatable: true, call, cancellationToken);

    /// <summary>Makes something that must not be made twice. Where GitHub does not say whether it was made, it is looked for first.</summary>
    /// <param name="request">What it is, in words.</param>
    /// <param name="create">Makes it.</param>
    /// <param name="find">Finds it where it has been made; null where it has not.</param>
    /// <param name="cancellationToken">Ends the call, also while it waits.</param>
    /// <exception cref="RemoteCallException">GitHub cannot be reached or refuses.</exception>
    public async Task<T> CreateAsync<T>(
        GitHubRequest request, Func<GitHubClient, Task<T>> create, Func<GitHubClient, Task<T?>> find, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await InWordsAsync(request, isRepeatable: false, create, cancellationToken).ConfigureAwait(false);
            }
            catch (OutcomeUnknownException exception)
            {
                _settings.Log?.Verbose($"{exception.Message} Looking for it.");
                if (await LookAsync(request, find, cancellationToken).ConfigureAwait(false) is { } made)
                    return made;

                if (attempt >= _settings.MostFaults)
                    throw GitHubErrors.Unknown(request, exception);
            }
        }
    }

    /// <summary>As <see cref="CallAsync"/>; null where GitHub has no such thing.</summary>
    public async Task<T?> FindAsync<T>(GitHubRequest request, Func<GitHubClient, Task<T>> call, CancellationToken cancellationToken)
        where T : class => await FoundAsync(request, async client => await call(client).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    public void Dispose() => _http.Dispose();

    private async Task<T?> LookAsync<T>(GitHubRequest request, Func<GitHubClient, Task<T?>> find, CancellationToken cancellationToken)
        where T : class
    {
        foreach (var wait in _settings.Looks)
        {
            await Task.Delay(wait, _settings.Time, cancellationToken).ConfigureAwait(false);
            if (await FoundAsync(request, find, cancellationToken).ConfigureAwait(false) is { } made)
                return made;
        }

        return null;
    }

    private async Task<T?> FoundAsync<T>(GitHubRequest request, Func<GitHubClient, Task<T?>> find, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await InWordsAsync(request, isRepeatable: true, find, cancellationToken).ConfigureAwait(false);
        }
        catch (RemoteCallException exception) when (exception.Status == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task<T> InWordsAsync<T>(GitHubRequest request, bool isRepeatable, Func<GitHubClient, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await GitHubCall.RunAsync(isRepeatable, () => call(_client), cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException exception)
        {
            throw GitHubErrors.Refused(request, exception, _settings.Redactor);
        }
        catch (Exception exception) when (exception is System.Runtime.Serialization.SerializationException or InvalidCastException)
        {
            throw GitHubErrors.Unreadable(_api, exception, _settings.Redactor);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TimeoutException)
        {
            throw GitHubErrors.Unreachable(_api, exception, _settings.Redactor);
        }
    }
}
