using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using GitOps.Cake.GitHub.Authentication;
using GitOps.Cake.GitHub.Http;

namespace GitOps.Cake.GitHub;

/// <summary>The way to one repository as one identity, with everything that has to be put away afterwards.</summary>
internal sealed class GitHubConnection : IDisposable
{
    private const string ActionsLogin = "github-actions[bot]";
    private const string InstallationForm = "ghs_";

    private static readonly GitHubRequest WhoseToken = new("tell whose token this is", "a valid token");

    private readonly GitHubCredential _credential;
    private readonly GitHubApi? _app;
    private readonly ImmutableArray<IDisposable> _owned;

    private GitHubConnection(GitHubCredential credential, GitHubApi api, GitHubApi? app, params ImmutableArray<IDisposable> owned) =>
        (_credential, Api, _app, _owned) = (credential, api, app, owned);

    /// <summary>The API.</summary>
    public GitHubApi Api { get; }

    /// <summary>Makes the way; nothing is sent yet.</summary>
    /// <exception cref="InvalidSettingsException">The key of the App cannot be read.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The connection owns them.")]
    public static GitHubConnection Open(GitHubAccess access, RepositoryName repository, ImmutableDictionary<string, string> permissions, PipelineSettings settings)
    {
        if (access.Credential is not GitHubCredential.App app)
        {
            var api = new GitHubApi(access.Api, new FixedToken(access.Credential.Hidden), settings);
            return new(access.Credential, api, null, api);
        }

        var key = AppKey.Read(app.Key, app.KeyName);
        var statement = new AppStatement(app.Issuer, key, settings.Time);
        var asApp = new GitHubApi(access.Api, statement, settings);
        var tokens = new InstallationToken(new(asApp, repository, app.Installation, permissions), statement);
        var asInstallation = new GitHubApi(access.Api, tokens, settings);
        return new(app, asInstallation, asApp, asInstallation, tokens, asApp, key);
    }

    /// <summary>The login that what this identity makes has as its author.</summary>
    public async Task<string> LoginAsync(CancellationToken cancellationToken)
    {
        if (_app is not null)
        {
            var app = await _app.CallAsync(new("tell the App's name", "a valid key"), client => client.ReadAsync<Author>("app"), cancellationToken).ConfigureAwait(false);
            return $"{app.Slug}[bot]";
        }

        // Tokens of installations belong to no user. Besides the one of GitHub Actions, those that a workflow makes for an App of its own are handed around as plain tokens.
        if (_credential.Hidden.Reveal().StartsWith(InstallationForm, StringComparison.Ordinal))
            return await ViewerAsync(cancellationToken).ConfigureAwait(false);

        try
        {
            var user = await Api.CallAsync(WhoseToken, client => client.ReadAsync<Author>("user"), cancellationToken).ConfigureAwait(false);
            return user.Login ?? ActionsLogin;
        }
        catch (RemoteCallException exception) when (exception.IsMissingPermission)
        {
            // An installation's token in the form of earlier days, as some servers still make it.
            return await ViewerAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        foreach (var owned in _owned)
            owned.Dispose();
    }

    // The only question whose answer tells an installation's name to itself; the REST API has none.
    private async Task<string> ViewerAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Api.CallAsync(
                WhoseToken, client => client.PostAsync<ViewerAnswer>(Api.GraphQl, new { Query = "{ viewer { login } }" }), cancellationToken).ConfigureAwait(false);
            return answer.Data?.Viewer?.Login ?? throw new GitOpsException(
                "GitHub did not tell whose token this is, so what it reported before cannot be told from what others did. Try again, or hand over the GitHub App itself (GITOPS_GITHUB_APP).");
        }
        catch (RemoteCallException exception) when (exception.Status is HttpStatusCode.NotFound || exception.IsMissingPermission)
        {
            // A server that answers no such questions has no other tokens of this kind.
            return ActionsLogin;
        }
    }
}
