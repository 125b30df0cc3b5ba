using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub.Routes;

/// <summary>Deployments.</summary>
internal static class DeploymentRoutes
{
    private const int LongestDescription = 140;

    public static Dictionary<string, Func<FakeCall, FakeAnswer>> All { get; } = new()
    {
        ["GET /repos/{owner}/{repo}/deployments"] = call => call.Page(call.Repository.DeploymentItems.AsEnumerable().Reverse().Where(item =>
            Fits(call, item, "sha") && Fits(call, item, "environment") && Fits(call, item, "ref") && Fits(call, item, "task"))),
        ["POST /repos/{owner}/{repo}/deployments"] = Create,
        ["GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses"] = call => IfThere(call, id =>
            call.Page(call.Repository.DeploymentStatusItems.GetValueOrDefault(id, []).AsEnumerable().Reverse())),
        ["POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses"] = call => IfThere(call, id => SetStatus(call, id)),
    };

    public static FakeItem Add(FakeRepository repository, string sha, string environment, string login, JsonNode? payload, string? reference = null, string? description = null)
    {
        var now = repository.GitHub.Time.GetUtcNow();
        var item = new FakeItem(
            new JsonObject
            {
                ["id"] = repository.GitHub.NextId(),
                ["sha"] = sha,
                ["ref"] = reference ?? sha,
                ["task"] = "deploy",
                ["payload"] = payload,
                ["environment"] = environment,
                ["description"] = description,
                ["creator"] = FakeJson.User(login),
                ["created_at"] = FakeJson.Time(now),
                ["updated_at"] = FakeJson.Time(now),
            },
            now);
        repository.DeploymentItems.Add(item);
        return item;
    }

    private static FakeAnswer Create(FakeCall call)
    {
        if (call.Repository.History.Resolve(call.Text("ref")!) is not { } sha)
            return FakeAnswer.Refusal(422, $"No ref found for: {call.Text("ref")}");

        // Every context has to be green unless the caller says which.
        var required = (call.Body["required_contexts"] as JsonArray)?.Select(name => name!.GetValue<string>()).ToList();
        var red = call.Repository.Statuses(sha).Where(status => status.State != "success" && (required is null || required.Contains(status.Context))).ToList();
        if (red.Count > 0)
            return FakeAnswer.Refusal(409, $"Conflict: Commit status checks failed for {call.Text("ref")}.");

        if (call.Body["auto_merge"]?.GetValue<bool>() != false && call.Text("ref") != call.Repository.DefaultBranch)
            return new(202, new JsonObject { ["message"] = "Auto-merged main into the branch on deployment." });

        var item = Add(
            call.Repository, sha, call.Text("environment") ?? "production", call.Identity.Login, call.Body["payload"]?.DeepClone() ?? new JsonObject(), call.Text("ref"), call.Text("description"));
        return new(201, item.Json.DeepClone());
    }

    private static FakeAnswer SetStatus(FakeCall call, long id)
    {
        if (call.Text("description")?.EnumerateRunes().Count() > LongestDescription)
            return FakeAnswer.Refusal(422, "description is too long (maximum is 140 characters)", "description", "DeploymentStatus");

        var json = new JsonObject
        {
            ["id"] = call.GitHub.NextId(),
            ["state"] = call.Text("state"),
            ["description"] = call.Text("description") ?? "",
            ["environment"] = call.Text("environment") ?? "",
            ["log_url"] = call.Text("log_url") ?? "",
            ["target_url"] = call.Text("log_url") ?? "",
            ["creator"] = FakeJson.User(call.Identity.Login),
            ["created_at"] = FakeJson.Time(call.Now),
            ["updated_at"] = FakeJson.Time(call.Now),
        };
        foreach (var name in (string[])["log_url", "target_url"])
        {
            if (json[name]!.GetValue<string>().Length == 0)
                json.Remove(name);
        }

        var items = call.Repository.DeploymentStatusItems;
        (items.TryGetValue(id, out var known) ? known : items[id] = []).Add(new(json, call.Now));
        return new(201, json.DeepClone());
    }

    private static bool Fits(FakeCall call, FakeItem item, string name) => call.Query(name) is not { } wanted || wanted == "none" || item.Text(name) == wanted;

    private static FakeAnswer IfThere(FakeCall call, Func<long, FakeAnswer> answer) =>
        call.Repository.DeploymentItems.Exists(item => item.Id == call.Number("deployment_id")) ? answer(call.Number("deployment_id")) : FakeAnswer.NotFound();
}
