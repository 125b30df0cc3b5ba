using Octokit;

namespace GitOps.Cake.GitHub;

/// <summary>
/// Calls whose answers are read into types of our own. Many of the client's types want more than GitHub promises, and fail on answers that
/// lack it.
/// </summary>
internal static class RestCalls
{
    private const string Accepts = "application/vnd.github+json";
    private const string Json = "application/json";
    private const int PageSize = 100;

    /// <summary>Reads one thing.</summary>
    public static async Task<T> ReadAsync<T>(this GitHubClient client, string path) =>
        (await client.Connection.Get<T>(new(path, UriKind.Relative), null).ConfigureAwait(false)).Body;

    /// <summary>Reads every page of a list.</summary>
    public static async Task<IReadOnlyList<T>> ReadAllAsync<T>(this GitHubClient client, string path)
    {
        var all = new List<T>();
        for (var page = 1; ; page++)
        {
            var items = await client.ReadAsync<List<T>>($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}per_page={PageSize}&page={page}").ConfigureAwait(false);
            all.AddRange(items);
            if (items.Count < PageSize)
                return all;
        }
    }

    /// <summary>Makes something.</summary>
    public static async Task<T> PostAsync<T>(this GitHubClient client, string path, object body) =>
        (await client.Connection.Post<T>(new(path, UriKind.Relative), body, Accepts, Json).ConfigureAwait(false)).Body;

    /// <summary>Changes something.</summary>
    public static async Task<T> PatchAsync<T>(this GitHubClient client, string path, object body) =>
        (await client.Connection.Patch<T>(new(path, UriKind.Relative), body, Accepts).ConfigureAwait(false)).Body;
}
