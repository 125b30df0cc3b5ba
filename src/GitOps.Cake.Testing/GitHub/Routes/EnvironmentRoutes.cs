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
                .Select((name, index) => new FakeItem(new JsonObject { ["id"] = index + 1, ["name"] = name, ["type"] = "branch" }, DateTimeOffset.MinValue)).ToList();
            return call.Page(items, policies => new JsonObject { ["total_count"] = items.Count, ["branch_policies"] = policies });
        },
    };

    public static void Add(FakeRepository repository, string name, ImmutableArray<string> reviewers, ImmutableArray<string> branches)
    {
        var rules = new JsonArray();
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
