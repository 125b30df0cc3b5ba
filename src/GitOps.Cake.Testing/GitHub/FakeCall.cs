using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>A request that was recognised, with all that a route needs.</summary>
internal sealed record FakeCall
{
    public required FakeGitHub GitHub { get; init; }

    public required FakeRequest Request { get; init; }

    public required FakeIdentity Identity { get; init; }

    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public required JsonObject Body { get; init; }

    /// <summary>The repository of the path; routes without one do not ask for it.</summary>
    public FakeRepository Repository => GitHub.Repository(Values["owner"], Values["repo"])!;

    public DateTimeOffset Now => GitHub.Time.GetUtcNow();

    public string this[string name] => Values[name];

    public long Number(string name) => long.Parse(Values[name], CultureInfo.InvariantCulture);

    public string? Query(string name) => HttpUtility.ParseQueryString(Request.Query)[name];

    public string? Text(string name) => Body[name]?.GetValue<string>();

    private int? Count(string name) => int.TryParse(Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>A page of a list, without what was written a moment ago, with links to its neighbours.</summary>
    public FakeAnswer Page(IEnumerable<FakeItem> items, Func<JsonArray, JsonNode>? wrap = null)
    {
        var seen = items.Where(item => item.WrittenAt + GitHub.ListLag <= Now || GitHub.ListLag == TimeSpan.Zero).ToList();
        var size = Math.Clamp(Count("per_page") ?? 30, 1, 100);
        var page = Math.Max(1, Count("page") ?? 1);
        var array = new JsonArray([.. seen.Skip((page - 1) * size).Take(size).Select(item => item.Json.DeepClone())]);
        var answer = new FakeAnswer(200, wrap is null ? array : wrap(array));
        if (page * size < seen.Count)
        {
            var query = HttpUtility.ParseQueryString(Request.Query);
            query["page"] = $"{page + 1}";
            answer.Headers["Link"] = $"<{new Uri(FakeGitHub.Api, Request.Path.TrimStart('/'))}?{query}>; rel=\"next\"";
        }

        return answer;
    }
}
