
namespace GitOps.Cake.Testing.GitHub.Routes;

/// <summary>Pull requests.</summary>
internal static class PullRequestRoutes
{
    private const int LongestBody = 65_536;

    public static Dictionary<string, Func<FakeCall, FakeAnswer>> All { get; } = new()
    {
        ["GET /repos/{owner}/{repo}/pulls"] = call => call.Page(call.Repository.PullRequestItems.AsEnumerable().Reverse().Where(item =>
            (call.Query("state") is "all" || item.Text("state") == (call.Query("state") ?? "open"))
            && (call.Query("head") is not { } head || item.Json["head"]!["label"]!.GetValue<string>() == head)
            && (call.Query("base") is not { } target || item.Json["base"]!["ref"]!.GetValue<string>() == target))),
        ["POST /repos/{owner}/{repo}/pulls"] = Create,
        ["GET /repos/{owner}/{repo}/pulls/{pull_number}"] = call => Find(call) is { } item ? new(200, item.Json.DeepClone()) : FakeAnswer.NotFound(),
        ["PATCH /repos/{owner}/{repo}/pulls/{pull_number}"] = Update,
        ["GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls"] = call => call.Repository.History.Commits.ContainsKey(call["commit_sha"])
            ? call.Page(call.Repository.PullRequestItems.Where(item => Brought(call, item)))
            : FakeAnswer.Refusal(422, $"No commit found for SHA: {call["commit_sha"]}"),
    };

    // After the merge the commits of the base branch lead to it, before only those of its own branch. Observed: commits that only a fork has lead nowhere.
    private static bool Brought(FakeCall call, FakeItem item) =>
        item.Text("merged_at") is not null
            ? item.Text("merge_commit_sha") == call["commit_sha"] || item.Json["head"]!["sha"]!.GetValue<string>() == call["commit_sha"]
            : item.Json["head"]!["sha"]!.GetValue<string>() == call["commit_sha"]
                && item.Json["head"]!["repo"]?["full_name"]?.GetValue<string>() == call.Repository.Name;

    private static FakeAnswer Create(FakeCall call)
    {
        var (head, target) = (call.Text("head")!.Split(':')[^1], call.Text("base")!);
        var history = call.Repository.History;
        if (!history.Branches.TryGetValue(head, out var headSha))
            return FakeAnswer.Refusal(422, "Validation Failed", "head", "PullRequest");

        if (!history.Branches.TryGetValue(target, out var targetSha))
            return FakeAnswer.Refusal(422, "Validation Failed", "base", "PullRequest");

        if (headSha == targetSha)
            return FakeAnswer.Refusal(422, $"No commits between {target} and {head}", "head", "PullRequest");

        if (call.Repository.PullRequestItems.Exists(item => item.Text("state") == "open" && item.Json["head"]!["ref"]!.GetValue<string>() == head))
            return FakeAnswer.Refusal(422, $"A pull request already exists for {call.Repository.Name.Split('/')[0]}:{head}.", "head", "PullRequest");

        if (call.Text("body")?.EnumerateRunes().Count() > LongestBody)
            return FakeAnswer.Refusal(422, "body is too long (maximum is 65536 characters)", "body", "PullRequest");

        var number = history.Open(head, target, call.Text("title") ?? "", call.Text("body"), call.Identity.Login, null);
        return new(201, history.PullRequest(number).DeepClone());
    }

    private static FakeAnswer Update(FakeCall call)
    {
        if (Find(call) is not { } item)
            return FakeAnswer.NotFound();

        // Observed: too long a text is answered as if it had been stored.
        foreach (var name in (string[])["title", "body", "state"])
        {
            if (call.Body.ContainsKey(name) && !(call.Text(name)?.EnumerateRunes().Count() > LongestBody))
                item.Json[name] = call.Body[name]?.DeepClone();
        }

        if (call.Text("base") is { } target)
            item.Json["base"]!["ref"] = target;

        return new(200, item.Json.DeepClone());
    }

    private static FakeItem? Find(FakeCall call) =>
        call.Repository.PullRequestItems.Find(item => item.Json["number"]!.GetValue<int>() == call.Number("pull_number"));
}
