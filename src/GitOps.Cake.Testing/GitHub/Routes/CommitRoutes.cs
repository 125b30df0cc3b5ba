using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub.Routes;

/// <summary>Commits, branches and the repository itself.</summary>
internal static class CommitRoutes
{
    public static Dictionary<string, Func<FakeCall, FakeAnswer>> All { get; } = new()
    {
        ["GET /repos/{owner}/{repo}/commits"] = call => call.Repository.History.Resolve(call.Query("sha") ?? call.Repository.DefaultBranch) is { } sha
            ? call.Page(call.Repository.History.Before(sha).Select(commit => new FakeItem(Commit(commit), DateTimeOffset.MinValue)))
            : FakeAnswer.NotFound(),
        ["GET /repos/{owner}/{repo}"] = call => new(200, FakeJson.Repository(call.Repository.Name, call.Repository.DefaultBranch)),
        ["GET /repos/{owner}/{repo}/branches/{branch}"] = call => call.Repository.History.Branches.TryGetValue(call["branch"], out var sha)
            ? new(200, new JsonObject { ["name"] = call["branch"], ["protected"] = false, ["commit"] = Commit(call.Repository.History.Commits[sha]) })
            : FakeAnswer.NotFound(),
    };

    private static JsonObject Commit(FakeCommit commit) => new()
    {
        ["sha"] = commit.Sha,
        ["commit"] = new JsonObject { ["message"] = commit.Message },
        ["parents"] = new JsonArray([.. commit.Parents.Select(parent => new JsonObject { ["sha"] = parent })]),
    };
}
