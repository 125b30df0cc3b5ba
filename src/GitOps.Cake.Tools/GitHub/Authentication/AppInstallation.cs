using System.Collections.Immutable;
using System.Globalization;

namespace GitOps.Cake.GitHub.Authentication;

/// <summary>The installation of an App that a repository belongs to.</summary>
internal sealed class AppInstallation(GitHubApi app, RepositoryName repository, long? known, ImmutableDictionary<string, string> wanted)
{
    private const string Write = "write";

    private Found? _found;

    /// <summary>Makes a token for this repository alone, with no more permissions than are wanted and granted.</summary>
    /// <exception cref="RemoteCallException">The App is not installed there, or GitHub refuses.</exception>
    public async Task<Token> CreateTokenAsync(CancellationToken cancellationToken)
    {
        var found = _found ??= await FindAsync(cancellationToken).ConfigureAwait(false);
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"app/installations/{found.Id}/access_tokens"), UriKind.Relative);
        var body = new { Repositories = new[] { repository.Name }, Permissions = Narrowed(found.Permissions) };
        var made = await app.CallAsync(
            new($"give the App a token for {repository}", "an installation of the App"),
            client => client.Connection.Post<Made>(address, body, "application/vnd.github+json", "application/json"),
            cancellationToken).ConfigureAwait(false);
        return new(new(made.Body.Token), made.Body.ExpiresAt);
    }

    private async Task<Found> FindAsync(CancellationToken cancellationToken)
    {
        var path = known is { } id
            ? string.Create(CultureInfo.InvariantCulture, $"app/installations/{id}")
            : $"repos/{repository}/installation";
        var answer = await app.CallAsync(
            new($"say where the App is installed for {repository}", "an installation of the App in this repository"),
            client => client.Connection.Get<Found>(new Uri(path, UriKind.Relative), null),
            cancellationToken).ConfigureAwait(false);
        return answer.Body;
    }

    // What an installation does not have cannot be asked for; the call that needs it will say so by name.
    private Dictionary<string, string> Narrowed(Dictionary<string, string>? granted)
    {
        var narrowed = new Dictionary<string, string>();
        foreach (var (name, level) in wanted.OrderBy(permission => permission.Key, StringComparer.Ordinal))
        {
            if (granted?.GetValueOrDefault(name) is { } own)
                narrowed[name] = level == Write && own != Write ? own : level;
        }

        return narrowed;
    }

    /// <summary>A token and its end.</summary>
    public sealed record Token(Secret Value, DateTimeOffset ExpiresAt);

    private sealed class Found
    {
        public long Id { get; set; }

        public Dictionary<string, string>? Permissions { get; set; }
    }

    private sealed class Made
    {
        public string Token { get; set; } = "";

        public DateTimeOffset ExpiresAt { get; set; }
    }
}
