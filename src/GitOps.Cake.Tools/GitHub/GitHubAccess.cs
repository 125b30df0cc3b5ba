using GitOps.Cake.GitHub.Authentication;

namespace GitOps.Cake.GitHub;

/// <summary>Which GitHub to talk to, and as whom.</summary>
/// <param name="Credential">The identity.</param>
/// <param name="Api">The address of the API; CI systems of GitHub name it in <c>GITHUB_API_URL</c>.</param>
internal sealed record GitHubAccess(GitHubCredential Credential, Uri Api)
{
    private const string AppVariable = "GITOPS_GITHUB_APP";
    private const string KeyVariable = "GITOPS_GITHUB_APP_PRIVATE_KEY";

    // The name of this library before the names that others share.
    private static readonly string[] TokenVariables =
        ["GITOPS_GITHUB_TOKEN", "GITHUB_TOKEN", "GH_TOKEN", "GITHUB_ENTERPRISE_TOKEN", "GH_ENTERPRISE_TOKEN"];

    public static Uri DefaultApi { get; } = new("https://api.github.com/");

    /// <summary>What settings and environment say: an App before a token, settings before the environment; null where there is neither.</summary>
    /// <param name="settings">What the build says.</param>
    /// <param name="variable">Gives an environment variable.</param>
    /// <exception cref="InvalidSettingsException">The address is none, or a GitHub App is named by half.</exception>
    public static GitHubAccess? Find(GitHubSettings settings, Func<string, string?> variable)
    {
        var credential = FindCredential(settings, variable);
        return credential is null ? null : new(credential, ReadApi(settings.Api, variable));
    }

    /// <summary>What there is to say where a repository is on a server whose API nothing names; null where there is nothing.</summary>
    /// <param name="settings">What the build says.</param>
    /// <param name="variable">Gives an environment variable.</param>
    /// <param name="host">The server. One of github.com's names in the configuration of ssh has no dot, or holds its name.</param>
    public static string? Doubt(GitHubSettings settings, Func<string, string?> variable, string host) =>
        (settings.Api ?? Value(variable, "GITHUB_API_URL") ?? Value(variable, "GITHUB_SERVER_URL")) is null
            && host.Contains('.', StringComparison.Ordinal) && !host.Contains("github.com", StringComparison.OrdinalIgnoreCase)
            ? $"The repository is on {host}, and nothing says where the API of that server is, so {DefaultApi} is asked. "
                + $"Where {host} is a GitHub of your own, set GITHUB_API_URL={Normal(new($"https://{host}/")).ToString().TrimEnd('/')}; where it is a mirror of github.com, set it to {DefaultApi.ToString().TrimEnd('/')}."
            : null;

    private static GitHubCredential? FindCredential(GitHubSettings settings, Func<string, string?> variable)
    {
        if (settings.AppPrivateKey is { } ownKey)
            return App(settings.App, ownKey, "the settings", "AppPrivateKey", settings.AppInstallation);

        if (settings.Token is { } token)
            return Token(token.Reveal(), "the settings");

        if (Value(variable, KeyVariable) is { } key)
            return App(settings.App ?? Value(variable, AppVariable), new(key), KeyVariable, KeyVariable, settings.AppInstallation);

        if (settings.App is not null || Value(variable, AppVariable) is not null)
            throw new InvalidSettingsException($"A GitHub App is named, but its private key is not: hand it over in {KeyVariable}, as PEM text or as the path of its file.");

        var name = Array.Find(TokenVariables, name => Value(variable, name) is not null);
        return name is null ? null : Token(Value(variable, name)!, name);
    }

    private static GitHubCredential.Token Token(string value, string source) => value.Trim() is var token && !token.Any(character => char.IsWhiteSpace(character) || char.IsControl(character))
        ? new(new(token), source)
        : throw new InvalidSettingsException($"The token of {source} has white space within, so it is no token: look whether two values, or a part of another one, were put there.");

    // A secret that was pasted often ends with a newline. Azure Pipelines leaves the name of a secret where a run, such as a fork's, does not get it.
    private static string? Value(Func<string, string?> variable, string name) =>
        variable(name)?.Trim() is { Length: > 0 } value && !(value.StartsWith("$(", StringComparison.Ordinal) && value.EndsWith(')')) ? value : null;

    private static GitHubCredential.App App(string? issuer, Secret key, string source, string keyName, long? installation) =>
        issuer is { Length: > 0 }
            ? new(issuer, key, source, keyName, installation)
            : throw new InvalidSettingsException($"{keyName} holds the key of a GitHub App, but nothing says of which: name its client id or id in App, or in {AppVariable}.");

    private static Uri ReadApi(string? setting, Func<string, string?> variable) => (setting ?? variable("GITHUB_API_URL"))?.Trim() switch
    {
        null or "" => FromServer(variable("GITHUB_SERVER_URL")) ?? DefaultApi,

        // Without a slash at its end the last part of an address would be replaced, and not extended.
        { } address when Uri.TryCreate(address.TrimEnd('/') + '/', UriKind.Absolute, out var api) && api.Scheme is "http" or "https" => Normal(api),
        var address => throw new InvalidSettingsException($"GITHUB_API_URL is \"{address}\", which is no address such as {DefaultApi}."),
    };

    private static Uri? FromServer(string? server) =>
        Uri.TryCreate(server, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? Normal(new(address, "/")) : null;

    // People also name the address that their browser shows.
    private static Uri Normal(Uri address) => address.AbsolutePath == "/" ? address.Host switch
    {
        "github.com" or "www.github.com" => DefaultApi,
        "api.github.com" => address,
        _ when address.Host.StartsWith("api.", StringComparison.Ordinal) && address.Host.EndsWith(".ghe.com", StringComparison.Ordinal) => address,
        _ when address.Host.EndsWith(".ghe.com", StringComparison.Ordinal) => new($"{address.Scheme}://api.{address.Authority}/"),
        _ => new(address, "api/v3/"),
    }
    : address;
}
