using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub.Routes;

/// <summary>Commit statuses.</summary>
internal static class StatusRoutes
{
    private const int Most = 1000;
    private const int LongestDescription = 140;
    private const int LongestContext = 255;

    public static Dictionary<string, Func<FakeCall, FakeAnswer>> All { get; } = new()
    {
        ["POST /repos/{owner}/{repo}/statuses/{sha}"] = Set,
        ["GET /repos/{owner}/{repo}/commits/{ref}/statuses"] = call => Found(call, sha => call.Page(Newest(call, sha))),
        ["GET /repos/{owner}/{repo}/commits/{ref}/status"] = call => Found(call, sha => Combined(call, sha)),
    };

    private static FakeAnswer Set(FakeCall call)
    {
        var (repository, sha) = (call.Repository, call["sha"]);
        var context = call.Text("context") ?? "default";
        if (!repository.History.Commits.ContainsKey(sha))
            return FakeAnswer.Refusal(422, $"No commit found for SHA: {sha}");

        if (Length(call.Text("description")) > LongestDescription)
            return FakeAnswer.Refusal(422, "description is too long (maximum is 140 characters)", "description", "Status");

        if (Length(context) > LongestContext)
            return FakeAnswer.Refusal(422, "context is too long (maximum is 255 characters)", "context", "Status");

        if (repository.StatusItems.GetValueOrDefault(sha, []).Count(item => string.Equals(item.Text("context"), context, StringComparison.OrdinalIgnoreCase)) >= Most)
            return FakeAnswer.Refusal(422, "This SHA and context has reached the maximum number of statuses.");

        return new(201, Add(repository, sha, new(context, call.Text("state")!, call.Text("description"), call.Text("target_url"), call.Identity.Login)).DeepClone());
    }

    public static JsonObject Add(FakeRepository repository, string sha, FakeStatus status)
    {
        var now = repository.GitHub.Time.GetUtcNow();
        var json = new JsonObject
        {
            ["id"] = repository.GitHub.NextId(),
            ["state"] = status.State,
            ["description"] = status.Description,
            ["target_url"] = status.TargetUrl,
            ["context"] = status.Context,
            ["created_at"] = FakeJson.Time(now),
            ["updated_at"] = FakeJson.Time(now),
            ["creator"] = FakeJson.User(status.Login),
        };
        (repository.StatusItems.TryGetValue(sha, out var known) ? known : repository.StatusItems[sha] = []).Add(new(json, now));
        repository.History.Deliver("status", new() { ["sha"] = sha, ["state"] = status.State, ["context"] = status.Context });
        return json;
    }

    private static IEnumerable<FakeItem> Newest(FakeCall call, string sha) => call.Repository.StatusItems.GetValueOrDefault(sha, []).AsEnumerable().Reverse();

    private static FakeAnswer Combined(FakeCall call, string sha)
    {
        var newest = Newest(call, sha).DistinctBy(item => item.Text("context"), StringComparer.OrdinalIgnoreCase).ToList();
        var state = newest.Exists(item => item.Text("state") is "failure" or "error") ? "failure"
            : newest.Count == 0 || newest.Exists(item => item.Text("state") == "pending") ? "pending" : "success";
        return call.Page(newest, statuses => new JsonObject
        {
            ["state"] = state,
            ["statuses"] = statuses,
            ["sha"] = sha,
            ["total_count"] = newest.Count,
            ["repository"] = FakeJson.Repository(call.Repository.Name, call.Repository.DefaultBranch),
        });
    }

    private static FakeAnswer Found(FakeCall call, Func<string, FakeAnswer> answer) =>
        call.Repository.History.Resolve(call["ref"]) is { } sha ? answer(sha) : FakeAnswer.Refusal(422, $"No commit found for SHA: {call["ref"]}");

    private static int Length(string? text) => text?.EnumerateRunes().Count() ?? 0;
}
