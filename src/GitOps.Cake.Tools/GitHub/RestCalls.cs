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
        Body(await client.Connection.Get<T>(new(path, UriKind.Relative), null).ConfigureAwait(false));

    /// <summary>Reads every page of a list.</summary>
    public static async Task<IReadOnlyList<T>> ReadAllAsync<T>(this GitHubClient client, string path)
    {
        var all = new List<T>();
        for (var page = 1; ; page++)
        {
            // A page may hold fewer than were asked for although others follow; that there are some is told beside it. Its address is made here: one in an answer can be anybody's.
            var address = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}per_page={PageSize}&page={page}";
            var answer = await client.Connection.Get<List<T>>(new(address, UriKind.Relative), null).ConfigureAwait(false);
            all.AddRange(Body(answer));
            if (!answer.HttpResponse.ApiInfo.Links.ContainsKey("next"))
                return all;
        }
    }

    /// <summary>Makes something.</summary>
    public static async Task<T> PostAsync<T>(this GitHubClient client, string path, object body) =>
        Body(await client.Connection.Post<T>(new(path, UriKind.Relative), body, Accepts, Json).ConfigureAwait(false));

    /// <summary>Changes something.</summary>
    public static async Task<T> PatchAsync<T>(this GitHubClient client, string path, object body) =>
        Body(await client.Connection.Patch<T>(new(path, UriKind.Relative), body, Accepts).ConfigureAwait(false));

    // The client hands on nothing where an answer is no JSON, such as a page of a proxy.
    private static T Body<T>(IApiResponse<T> answer) => answer.Body
        ?? throw new System.Runtime.Serialization.SerializationException($"the answer is {answer.HttpResponse.ContentType ?? "of no kind"}, and no JSON.");
}
