using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub.Routes;

/// <summary>Checks.</summary>
internal static class CheckRoutes
{
    private static readonly string[] Plain = ["name", "details_url", "external_id", "status", "conclusion", "started_at", "completed_at"];

    public static Dictionary<string, Func<FakeCall, FakeAnswer>> All { get; } = new()
    {
        ["POST /repos/{owner}/{repo}/check-runs"] = Create,
        ["PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}"] = Update,
        ["GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations"] = call =>
            call.Page(call.Repository.CheckAnnotations.GetValueOrDefault(call.Number("check_run_id"), []).Select(Annotation)),
        ["GET /repos/{owner}/{repo}/commits/{ref}/check-runs"] = List,
    };

    private static FakeAnswer Create(FakeCall call)
    {
        var sha = call.Text("head_sha")!;
        if (!call.Repository.History.Commits.ContainsKey(sha))
            return FakeAnswer.Refusal(422, $"No commit found for SHA: {sha}");

        var json = new JsonObject
        {
            ["id"] = call.GitHub.NextId(),
            ["head_sha"] = sha,
            ["html_url"] = $"https://github.example/{call.Repository.Name}/runs/{sha[..8]}",
            ["status"] = "queued",
            ["conclusion"] = null,
            ["external_id"] = "",
            ["details_url"] = null,
            ["started_at"] = FakeJson.Time(call.Now),
            ["completed_at"] = null,
            ["output"] = new JsonObject { ["title"] = null, ["summary"] = null, ["text"] = null, ["annotations_count"] = 0 },
            ["app"] = FakeJson.App(call.Identity.App),
            ["check_suite"] = new JsonObject { ["id"] = 1 },
        };
        call.Repository.CheckItems.Add(new(json, call.Now));
        return Change(call, json, 201);
    }

    private static FakeAnswer Update(FakeCall call)
    {
        if (call.Repository.CheckItems.Find(item => item.Id == call.Number("check_run_id")) is not { } item)
            return FakeAnswer.NotFound();

        return item.Json["app"]?["id"]?.GetValue<long>() == call.Identity.App?.Id
            ? Change(call, item.Json, 200)
            : FakeAnswer.Refusal(403, "Invalid app_id `0` - check run can only be modified by the GitHub App that created it.");
    }

    private static FakeAnswer Change(FakeCall call, JsonObject json, int status)
    {
        foreach (var name in Plain.Where(call.Body.ContainsKey))
            json[name] = call.Body[name]?.DeepClone();

        if (call.Body.ContainsKey("conclusion"))
            json["status"] = "completed";

        if (json["status"]!.GetValue<string>() == "completed")
        {
            if (json["conclusion"] is null)
                return FakeAnswer.Refusal(422, "Conclusion is required when the status is completed.", "conclusion", "CheckRun");

            json["completed_at"] ??= FakeJson.Time(call.Now);
        }

        if (call.Body["output"] is JsonObject output)
        {
            foreach (var name in (string[])["title", "summary", "text"])
            {
                if (output.ContainsKey(name))
                    json["output"]![name] = output[name]?.DeepClone();
            }

            var id = json["id"]!.GetValue<long>();
            var all = call.Repository.CheckAnnotations.TryGetValue(id, out var known) ? known : call.Repository.CheckAnnotations[id] = [];
            foreach (var annotation in output["annotations"] as JsonArray ?? [])
                all.Add(annotation!.DeepClone());

            json["output"]!["annotations_count"] = all.Count;
        }

        return new(status, json.DeepClone());
    }

    private static FakeAnswer List(FakeCall call)
    {
        if (call.Repository.History.Resolve(call["ref"]) is not { } sha)
            return FakeAnswer.Refusal(422, $"No commit found for SHA: {call["ref"]}");

        var items = call.Repository.CheckItems.AsEnumerable().Reverse()
            .Where(item => item.Text("head_sha") == sha && (call.Query("check_name") is not { } name || item.Text("name") == name)).ToList();
        return call.Page(items, runs => new JsonObject { ["total_count"] = items.Count, ["check_runs"] = runs });
    }

    private static FakeItem Annotation(JsonNode? node)
    {
        var json = node!.DeepClone().AsObject();
        json["blob_href"] = "https://github.example/api/v3/";
        foreach (var name in (string[])["start_column", "end_column", "title", "raw_details"])
            json.TryAdd(name, null);

        return new(json, DateTimeOffset.MinValue);
    }
}
