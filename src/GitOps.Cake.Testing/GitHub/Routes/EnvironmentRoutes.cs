using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub.Routes;

/// <summary>Environments and what protects them.</summary>
internal static class EnvironmentRoutes
{
    public static Dictionary<string, Func<FakeCall, FakeAnswer>> All { get; } = new()
    {
        ["GET /repos/{owner}/{repo}/environments/{environment_name}"] = call =>
            call.Repository.Environments.TryGetValue(call["environment_name"], out var json) ? new(200, json.DeepClone()) : FakeAnswer.NotFound(),
        ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"] = call =>
        {
            var items = call.Repository.EnvironmentBranches.GetValueOrDefault(call["environment_name"], [])
                .Select((name, index) => new FakeItem(
                    new JsonObject { ["id"] = index + 1, ["name"] = name.Split("tag:")[^1], ["type"] = name.StartsWith("tag:", StringComparison.Ordinal) ? "tag" : "branch" }, DateTimeOffset.MinValue)).ToList();
            return call.Page(items, policies => new JsonObject { ["total_count"] = items.Count, ["branch_policies"] = policies });
        },
        ["GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules"] = call => new(200, new JsonObject
        {
            ["total_count"] = call.Repository.EnvironmentApps.GetValueOrDefault(call["environment_name"], []).Length,
            ["custom_deployment_protection_rules"] = new JsonArray([.. call.Repository.EnvironmentApps.GetValueOrDefault(call["environment_name"], []).Select((slug, index) => new JsonObject
            {
                ["id"] = index + 1, ["enabled"] = true, ["app"] = new JsonObject { ["id"] = index + 1, ["slug"] = slug },
            })]),
        }),
    };

    public static void Add(
        FakeRepository repository, string name, ImmutableArray<string> reviewers, ImmutableArray<string> branches, int waitMinutes, ImmutableArray<string> apps)
    {
        var rules = new JsonArray();
        if (waitMinutes > 0)
            rules.Add(new JsonObject { ["id"] = 3, ["type"] = "wait_timer", ["wait_timer"] = waitMinutes });

        repository.EnvironmentApps[name] = apps;
        if (!reviewers.IsEmpty)
        {
            rules.Add(new JsonObject
            {
                ["id"] = 1,
                ["type"] = "required_reviewers",
                ["reviewers"] = new JsonArray([.. reviewers.Select(login => new JsonObject { ["type"] = "User", ["reviewer"] = FakeJson.User(login) })]),
            });
        }

        if (!branches.IsEmpty)
            rules.Add(new JsonObject { ["id"] = 2, ["type"] = "branch_policy" });

        repository.EnvironmentBranches[name] = branches;
        repository.Environments[name] = new JsonObject
        {
            ["id"] = repository.GitHub.NextId(),
            ["name"] = name,
            ["html_url"] = $"https://github.example/{repository.Name}/deployments/activity_log?environments_filter={name}",
            ["protection_rules"] = rules,
            ["deployment_branch_policy"] = branches.IsEmpty
                ? null
                : new JsonObject { ["protected_branches"] = false, ["custom_branch_policies"] = true },
        };
    }
}
