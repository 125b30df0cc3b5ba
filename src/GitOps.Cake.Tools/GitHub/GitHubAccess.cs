namespace GitOps.Cake.GitHub;

/// <summary>Which GitHub to talk to, and as whom.</summary>
/// <param name="Token">A token of GitHub, of any kind.</param>
/// <param name="Api">The address of the API; CI systems of GitHub name it in <c>GITHUB_API_URL</c>.</param>
internal sealed record GitHubAccess(Secret Token, Uri Api)
{
    public static Uri DefaultApi { get; } = new("https://api.github.com/");

    /// <summary>What the environment says; null where it holds no token.</summary>
    /// <exception cref="InvalidSettingsException">The address is none.</exception>
    public static GitHubAccess? FromEnvironment()
    {
        var token = Variable("GITHUB_TOKEN") ?? Variable("GH_TOKEN");
        return token is null ? null : new(new(token), ReadApi(Variable("GITHUB_API_URL")));
    }

    private static Uri ReadApi(string? address) => address switch
    {
        null => DefaultApi,

        // Without a slash at its end the last part of an address would be replaced, and not extended.
        _ when Uri.TryCreate(address.TrimEnd('/') + '/', UriKind.Absolute, out var api) && api.Scheme is "http" or "https" => api,
        _ => throw new InvalidSettingsException($"GITHUB_API_URL is \"{address}\", which is no address such as {DefaultApi}."),
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
