using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>The commits, branches and pull requests of a repository.</summary>
internal sealed class FakeHistory(FakeRepository repository)
{
    private const string NoSha = "0000000000000000000000000000000000000000";

    private int _made;

    public Dictionary<string, string> Branches { get; } = [];

    public Dictionary<string, FakeCommit> Commits { get; } = [];

    private DateTimeOffset Now => repository.GitHub.Time.GetUtcNow();

    public FakeCommit Make(string message, ImmutableArray<string> parents, ImmutableSortedDictionary<string, FakeFile>? files = null, string? sha = null)
    {
        sha ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{repository.Name} {message} {_made++}")))[..40];
        var content = files ?? (parents.IsEmpty ? ImmutableSortedDictionary<string, FakeFile>.Empty : Commits[parents[0]].Files);
        return Commits[sha] = new(sha, parents, message, content);
    }

    public string Push(string branch, string message, string? sha = null)
    {
        ImmutableArray<string> parents = Branches.TryGetValue(branch, out var head) || Branches.TryGetValue(repository.DefaultBranch, out head) ? [head] : [];
        var commit = Make(message, parents, sha: sha);
        Move(branch, commit.Sha);
        return commit.Sha;
    }

    public string Write(string branch, string path, FakeFile file)
    {
        var head = Branches[Branches.ContainsKey(branch) ? branch : repository.DefaultBranch];
        Move(branch, Make($"write {path}", [head], Commits[head].Files.SetItem(path, file)).Sha);
        return Branches[branch];
    }

    /// <summary>Sets a branch to a commit; pull requests of that branch follow.</summary>
    public void Move(string branch, string sha)
    {
        var before = Branches.GetValueOrDefault(branch, NoSha);
        Branches[branch] = sha;
        Deliver("push", new() { ["ref"] = $"refs/heads/{branch}", ["before"] = before, ["after"] = sha });
        foreach (var pull in repository.PullRequestItems.Where(item => item.Text("state") == "open" && item.Json["head"]!["ref"]!.GetValue<string>() == branch))
        {
            pull.Json["head"]!["sha"] = sha;
            Deliver("pull_request", new() { ["action"] = "synchronize", ["before"] = before, ["after"] = sha, ["pull_request"] = pull.Json.DeepClone() });
        }
    }

    public int Open(string head, string target, string title, string? body, string author, string? fork)
    {
        var number = repository.PullRequestItems.Count + 1;
        var json = new JsonObject
        {
            ["id"] = repository.GitHub.NextId(),
            ["number"] = number,
            ["state"] = "open",
            ["title"] = title,
            ["body"] = body,
            ["user"] = FakeJson.User(author),
            ["draft"] = false,
            ["merged"] = false,
            ["merged_at"] = null,
            ["merge_commit_sha"] = Make($"Test merge of {number}", [Branches[target], Branches[head]]).Sha,
            ["html_url"] = $"https://github.example/{repository.Name}/pull/{number}",
            ["created_at"] = FakeJson.Time(Now),
            ["updated_at"] = FakeJson.Time(Now),
            ["head"] = End(head, fork ?? repository.Name),
            ["base"] = End(target, repository.Name),
        };
        repository.PullRequestItems.Add(new(json, Now));
        Deliver("pull_request", new() { ["action"] = "opened", ["number"] = number, ["pull_request"] = json.DeepClone() });
        return number;
    }

    public JsonObject PullRequest(int number) =>
        repository.PullRequestItems.Find(item => item.Json["number"]!.GetValue<int>() == number)?.Json
            ?? throw new InvalidOperationException($"There is no pull request {number}.");

    public string Merge(int number, FakeMerge how)
    {
        var pull = PullRequest(number);
        var (head, target) = (pull["head"]!["sha"]!.GetValue<string>(), pull["base"]!["ref"]!.GetValue<string>());
        var commit = how switch
        {
            FakeMerge.Queue => Commits[Branches[QueueBranch(pull)]],
            FakeMerge.Merge => Make($"Merge pull request #{number}", [Branches[target], head], Commits[head].Files),
            _ => Make($"{pull["title"]} (#{number})", [Branches[target]], Commits[head].Files),
        };
        (pull["state"], pull["merged"], pull["merged_at"], pull["merge_commit_sha"]) = ("closed", true, FakeJson.Time(Now), commit.Sha);
        Deliver("pull_request", new() { ["action"] = "closed", ["number"] = number, ["pull_request"] = pull.DeepClone() });
        Move(target, commit.Sha);
        Branches.Remove(QueueBranch(pull));
        return commit.Sha;
    }

    public string Queue(int number)
    {
        var pull = PullRequest(number);
        var (head, target) = (pull["head"]!["sha"]!.GetValue<string>(), pull["base"]!["ref"]!.GetValue<string>());
        var commit = Make($"Merge pull request #{number}", [LastQueued(target) ?? Branches[target], head], Commits[head].Files);
        Move(QueueBranch(pull), commit.Sha);
        Deliver("merge_group", new()
        {
            ["action"] = "checks_requested",
            ["merge_group"] = new JsonObject { ["head_sha"] = commit.Sha, ["head_ref"] = $"refs/heads/{QueueBranch(pull)}", ["base_sha"] = Branches[target], ["base_ref"] = $"refs/heads/{target}" },
        });
        return commit.Sha;
    }

    /// <summary>A commit and those before it, along the first parents.</summary>
    public IEnumerable<FakeCommit> Before(string sha)
    {
        var seen = new HashSet<string>();
        var next = new Queue<string>([sha]);
        while (next.TryDequeue(out var one))
        {
            if (!seen.Add(one))
                continue;

            yield return Commits[one];
            foreach (var parent in Commits[one].Parents)
                next.Enqueue(parent);
        }
    }

    /// <summary>The commit that a branch or a SHA is; null where there is none.</summary>
    public string? Resolve(string reference) =>
        Branches.TryGetValue(reference, out var head) ? head
        : Branches.TryGetValue(reference.Replace("refs/", "", StringComparison.Ordinal).Replace("heads/", "", StringComparison.Ordinal), out head) ? head
        : Commits.ContainsKey(reference) ? reference : null;

    public void Deliver(string name, JsonObject payload)
    {
        payload["repository"] = FakeJson.Repository(repository.Name, repository.DefaultBranch);
        repository.GitHub.Deliveries.Enqueue(new(Guid.NewGuid(), name, payload.ToJsonString(), repository.GitHub.WebhookSecret));
    }

    // What is queued later is tested on top of what is queued before it.
    private string? LastQueued(string target) =>
        Branches.Where(branch => branch.Key.StartsWith($"gh-readonly-queue/{target}/", StringComparison.Ordinal)).Select(branch => branch.Value)
            .LastOrDefault(sha => !Commits.Values.Any(commit => commit.Parents is [var first, ..] && first == sha));

    private static string QueueBranch(JsonObject pull) => $"gh-readonly-queue/{pull["base"]!["ref"]}/pr-{pull["number"]}-{pull["head"]!["sha"]}";

    private JsonObject End(string branch, string fullName) => new()
    {
        ["label"] = $"{fullName.Split('/')[0]}:{branch}",
        ["ref"] = branch,
        ["sha"] = Branches[branch],
        ["user"] = FakeJson.User(fullName.Split('/')[0]),
        ["repo"] = fullName == "deleted" ? null : FakeJson.Repository(fullName, repository.DefaultBranch),
    };
}
