using System.Net;
using Octokit;
using Octokit.Internal;

namespace GitOps.Cake.GitHub;

/// <summary>Sets commit statuses.</summary>
internal sealed class CommitStatusClient(GitHubAccess access, HttpMessageHandler? handler = null)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>Sets a status.</summary>
    /// <param name="settings">The status; repository and commit have to be named.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The status as GitHub took it.</returns>
    /// <exception cref="InvalidSettingsException">The settings cannot be used.</exception>
    /// <exception cref="RemoteCallException">GitHub cannot be reached or refuses.</exception>
    public async Task<CommitStatus> SetAsync(CommitStatusSettings settings, CancellationToken cancellationToken)
    {
        CommitStatusRules.Check(settings);
        var (owner, name) = settings.Repository!.Split('/') is [var first, var second] ? (first, second) : throw new InvalidOperationException();
        var description = CommitStatusRules.Cut(settings.Description);
        try
        {
            using var http = new HttpClientAdapter(() => new GitHubHandler(access.Api, handler ?? new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            }));
            var answer = await Connect(http).Repository.Status.Create(owner, name, settings.Sha, new()
            {
                State = State(settings.State),
                Context = settings.Context,
                Description = description,
                TargetUrl = settings.TargetUrl,
            }).WaitAsync(cancellationToken).ConfigureAwait(false);
            return new()
            {
                Repository = settings.Repository,
                Sha = settings.Sha!,
                State = settings.State,
                Context = answer.Context ?? settings.Context,
                Description = answer.Description,
                TargetUrl = answer.TargetUrl,
                Id = answer.Id,
            };
        }
        catch (ApiException exception)
        {
            throw CommitStatusErrors.Refused(settings, exception);
        }
        catch (HttpRequestException exception)
        {
            throw CommitStatusErrors.Unreachable(access.Api, exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw CommitStatusErrors.TimedOut(access.Api, Timeout, exception);
        }
    }

    /// <summary>The short constructors of the client rewrite some addresses; this one takes the address as it is.</summary>
    private GitHubClient Connect(HttpClientAdapter http)
    {
        var credentials = new InMemoryCredentialStore(new(access.Token.Reveal(), AuthenticationType.Bearer));
        var client = new GitHubClient(new Connection(new("gitops-cake"), access.Api, credentials, http, new SimpleJsonSerializer()));
        client.SetRequestTimeout(Timeout);
        return client;
    }

    private static Octokit.CommitState State(CommitState state) => state switch
    {
        CommitState.Pending => Octokit.CommitState.Pending,
        CommitState.Success => Octokit.CommitState.Success,
        CommitState.Failure => Octokit.CommitState.Failure,
        CommitState.Error => Octokit.CommitState.Error,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
