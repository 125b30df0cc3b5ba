using System.Text.Json;

namespace GitOps.Cake.GitHub.Places;

/// <summary>The file with the event that GitHub Actions started a run for. Only hints: facts that matter are asked from the API again.</summary>
internal static class EventFile
{
    private const int Most = 25 * 1024 * 1024;
    private const string NoSha = "0000000000000000000000000000000000000000";

    /// <summary>Adds what the file tells to what the variables told.</summary>
    /// <exception cref="GitOpsException">The file is no event.</exception>
    public static PlaceFacts Add(PlaceFacts facts, string? path)
    {
        if (path is null || !File.Exists(path))
            return facts;

        try
        {
            if (new FileInfo(path).Length > Most)
                throw new GitOpsException($"{path} is no event of GitHub: it is larger than {Most / 1024 / 1024} MiB.");

            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new() { MaxDepth = 64 });
            return document.RootElement.ValueKind == JsonValueKind.Object ? Add(facts, document.RootElement) : facts;
        }
        catch (JsonException exception)
        {
            throw new GitOpsException($"{path} is no event of GitHub: {exception.Message} Leave GITHUB_EVENT_PATH as the CI system set it, or name the commit (--sha).", exception);
        }
    }

    private static PlaceFacts Add(PlaceFacts facts, JsonElement root)
    {
        if (Get(root, "pull_request") is { } pull)
            return OfPullRequest(facts, root, pull);

        if (Get(root, "issue", "pull_request") is not null && Get(root, "issue", "number") is { } number)
            return facts with { PullRequest = Number(number), IsPullRequest = true, MayBeMerge = true, Sha = null, Branch = null };

        if (Get(root, "merge_group") is { } group)
            return facts with { Sha = Text(group, "head_sha") ?? facts.Sha, ShaSource = "merge_group.head_sha of the event", BaseBranch = Branch(Text(group, "base_ref")) };

        foreach (var kind in (string[])["workflow_run", "check_suite", "check_run"])
        {
            if (Get(root, kind) is { } run && Text(run, "head_sha") is { } head)
            {
                // Of a run that a fork's push started, the content is a stranger's although this run has the repository's secrets.
                var source = Text(run, "head_repository", "full_name");
                var isFork = source is not null && Text(root, "repository", "full_name") is { } own && !source.Equals(own, StringComparison.OrdinalIgnoreCase);
                return facts with
                {
                    Sha = head,
                    ShaSource = $"{kind}.head_sha of the event",

                    // Not the one that the variables name: such a run is one of the default branch, whatever it is about.
                    Branch = Text(run, "head_branch") ?? Text(run, "check_suite", "head_branch"),
                    IsFork = isFork,
                    ForkOwner = isFork ? source!.Split('/')[0] : null,
                };
            }
        }

        if (Get(root, "deployment") is { } deployment && Text(deployment, "sha") is { } deployed)
            return facts with { Sha = deployed, ShaSource = "deployment.sha of the event" };

        // What a tag with a message of its own was set to is an object of git that is no commit.
        if (Text(root, "ref") is { } tag && tag.StartsWith("refs/tags/", StringComparison.Ordinal))
            return Text(root, "head_commit", "id") is { } tagged ? facts with { Sha = tagged, ShaSource = "head_commit.id of the event" } : facts;

        return Text(root, "after") is { } after && after != NoSha
            ? facts with { Sha = after, ShaSource = "after of the event", Before = Text(root, "before") is { } before && before != NoSha ? before : null }
            : facts;
    }

    private static PlaceFacts OfPullRequest(PlaceFacts facts, JsonElement root, JsonElement pull)
    {
        var (head, target) = (Text(pull, "head", "repo", "full_name"), Text(pull, "base", "repo", "full_name"));
        return facts with
        {
            HeadSha = Text(pull, "head", "sha"),
            ShaSource = "pull_request.head.sha of the event",
            PullRequest = Get(pull, "number") is { } number ? Number(number) : facts.PullRequest,
            IsPullRequest = true,
            MayBeMerge = true,
            Branch = Text(pull, "head", "ref") ?? facts.Branch,
            BaseBranch = Text(pull, "base", "ref") ?? facts.BaseBranch,

            // A fork that was deleted since has no repository; the base may itself be somebody's fork.
            IsFork = head is null || !head.Equals(target, StringComparison.OrdinalIgnoreCase),
            IsMerged = Get(pull, "merged") is { ValueKind: JsonValueKind.True },
            Before = Text(root, "before"),
        };
    }

    private static JsonElement? Get(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element) || element.ValueKind == JsonValueKind.Null)
                return null;
        }

        return element;
    }

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path) =>
        Get(element, path) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    private static int? Number(JsonElement element) => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) && number > 0 ? number : null;

    private static string? Branch(string? name) =>
        name is not null && name.StartsWith("refs/heads/", StringComparison.Ordinal) ? name["refs/heads/".Length..] : name;
}
