using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>A repository: its branches, pull requests, and what was reported on its commits.</summary>
public sealed class FakeRepository
{
    internal FakeRepository(FakeGitHub github, string name, string defaultBranch)
    {
        (GitHub, Name, DefaultBranch) = (github, name, defaultBranch);
        History = new(this);
        Push(defaultBranch, "first");
    }

    /// <summary>Its name as <c>owner/name</c>.</summary>
    public string Name { get; }

    /// <summary>Its default branch.</summary>
    public string DefaultBranch { get; }

    internal FakeGitHub GitHub { get; }

    internal FakeHistory History { get; }

    internal Dictionary<string, List<FakeItem>> StatusItems { get; } = [];

    internal List<FakeItem> CheckItems { get; } = [];

    internal Dictionary<long, JsonArray> CheckAnnotations { get; } = [];

    internal List<(long Issue, FakeItem Item)> CommentItems { get; } = [];

    internal List<FakeItem> PullRequestItems { get; } = [];

    internal List<FakeItem> DeploymentItems { get; } = [];

    internal Dictionary<long, List<FakeItem>> DeploymentStatusItems { get; } = [];

    internal HashSet<long> LockedConversations { get; } = [];

    internal Dictionary<string, JsonObject> Environments { get; } = [];

    internal Dictionary<string, ImmutableArray<string>> EnvironmentApps { get; } = [];

    internal Dictionary<string, ImmutableArray<string>> EnvironmentBranches { get; } = [];

    /// <summary>The commit that a branch is at.</summary>
    /// <param name="branch">The branch.</param>
    public string Head(string branch) => History.Branches[branch];

    /// <summary>The content of a file on a branch; null where it has none.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="path">The file.</param>
    public string? File(string branch, string path) => History.Commits[Head(branch)].Files.GetValueOrDefault(path)?.Content;

    /// <summary>Whether a file on a branch can be started.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="path">The file.</param>
    public bool IsExecutable(string branch, string path) => History.Commits[Head(branch)].Files.GetValueOrDefault(path)?.Mode == FakeFile.Executable;

    /// <summary>Pushes a commit with a file.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="path">The file.</param>
    /// <param name="content">Its content.</param>
    /// <param name="executable">Whether it can be started.</param>
    /// <returns>The commit's SHA.</returns>
    public string Write(string branch, string path, string content, bool executable = false) =>
        History.Write(branch, path, new(content, executable ? FakeFile.Executable : FakeFile.Plain));

    /// <summary>Whether there is a branch.</summary>
    /// <param name="branch">The branch.</param>
    public bool HasBranch(string branch) => History.Branches.ContainsKey(branch);

    /// <summary>Pushes a new commit; a branch that is new starts at the default branch.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="message">The commit's message.</param>
    /// <param name="sha">The commit's SHA, where a real repository has it; a made-up one by default.</param>
    /// <returns>The commit's SHA.</returns>
    public string Push(string branch, string message = "change", string? sha = null) => History.Push(branch, message, sha);

    /// <summary>Opens a pull request.</summary>
    /// <param name="head">The branch that it brings.</param>
    /// <param name="fork">The repository that the branch is in, where it is another one; <c>deleted</c> for one that is gone.</param>
    /// <returns>Its number.</returns>
    public int OpenPullRequest(string head, string? fork = null)
    {
        if (!HasBranch(head))
            Push(head);

        return History.Open(head, DefaultBranch, $"Change {head}", null, "author", fork);
    }

    /// <summary>Closes a pull request without merging it.</summary>
    /// <param name="number">Its number.</param>
    public void ClosePullRequest(int number) => History.PullRequest(number)["state"] = "closed";

    /// <summary>Merges a pull request.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="how">How.</param>
    /// <returns>The commit that the base branch is at afterwards.</returns>
    public string MergePullRequest(int number, FakeMerge how = FakeMerge.Merge) => History.Merge(number, how);

    /// <summary>Puts a pull request into the merge queue: a branch holds it merged, for tests.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The commit that the queue wants tested.</returns>
    public string QueuePullRequest(int number) => History.Queue(number);

    /// <summary>Whether a pull request is open.</summary>
    /// <param name="number">Its number.</param>
    public bool IsOpen(int number) => History.PullRequest(number)["state"]!.GetValue<string>() == "open";

    /// <summary>The numbers of all pull requests.</summary>
    public ImmutableArray<int> PullRequests => [.. PullRequestItems.Select(item => item.Json["number"]!.GetValue<int>())];

    /// <summary>The newest status of each context of a commit.</summary>
    /// <param name="sha">The commit.</param>
    public ImmutableArray<FakeStatus> Statuses(string sha) =>
        [.. AllStatuses(sha).Reverse().DistinctBy(status => status.Context, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Every status of a commit, the oldest first.</summary>
    /// <param name="sha">The commit.</param>
    public ImmutableArray<FakeStatus> AllStatuses(string sha) =>
    [
        .. StatusItems.GetValueOrDefault(sha, []).Select(item => new FakeStatus(
            item.Text("context")!, item.Text("state")!, item.Text("description"), item.Text("target_url"), item.Json["creator"]!["login"]!.GetValue<string>())),
    ];

    /// <summary>The comments of a pull request.</summary>
    /// <param name="number">Its number.</param>
    public ImmutableArray<FakeComment> Comments(int number) =>
    [
        .. CommentItems.Where(comment => comment.Issue == number).Select(comment => new FakeComment(
            comment.Item.Id, comment.Item.Json["user"]!["login"]!.GetValue<string>(), comment.Item.Text("body")!, comment.Item.Json["edits"]?.GetValue<int>() ?? 0)),
    ];

    /// <summary>Writes a comment as somebody.</summary>
    /// <param name="number">The pull request.</param>
    /// <param name="login">Who.</param>
    /// <param name="body">Its Markdown.</param>
    public long AddComment(int number, string login, string body) => Routes.CommentRoutes.Add(this, number, login, body, null).Id;

    /// <summary>Deletes a comment.</summary>
    /// <param name="id">Its number.</param>
    public void DeleteComment(long id) => CommentItems.RemoveAll(comment => comment.Item.Id == id);

    /// <summary>Locks the conversation of a pull request: a GitHub App cannot comment on it any more.</summary>
    /// <param name="number">Its number.</param>
    public void LockConversation(int number) => LockedConversations.Add(number);

    /// <summary>Sets a status as somebody.</summary>
    /// <param name="sha">The commit.</param>
    /// <param name="status">The status, and who sets it.</param>
    public void AddStatus(string sha, FakeStatus status) => Routes.StatusRoutes.Add(this, sha, status);

    /// <summary>The checks of a commit.</summary>
    /// <param name="sha">The commit.</param>
    public ImmutableArray<FakeCheck> Checks(string sha) =>
    [
        .. CheckItems.Where(item => item.Text("head_sha") == sha).Select(item => new FakeCheck(
            item.Id, item.Text("name")!, item.Text("status")!, item.Text("conclusion"), Output(item, "title"), Output(item, "summary"), Output(item, "text"),
            item.Text("external_id"), CheckAnnotations.GetValueOrDefault(item.Id)?.Count ?? 0)),
    ];

    /// <summary>The deployments, the oldest first.</summary>
    public ImmutableArray<FakeDeployment> Deployments =>
    [
        .. DeploymentItems.Select(item => new FakeDeployment(
            item.Id, item.Text("sha")!, item.Text("environment")!, [.. DeploymentStatusItems.GetValueOrDefault(item.Id, []).Select(status => status.Text("state")!)])),
    ];

    /// <summary>Makes a deployment as a job of GitHub Actions with an environment does.</summary>
    /// <param name="sha">The commit.</param>
    /// <param name="environment">The environment.</param>
    public long AddDeployment(string sha, string environment) => Routes.DeploymentRoutes.Add(this, sha, environment, "github-actions[bot]", new JsonObject()).Id;

    /// <summary>Makes an environment that is protected.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="reviewers">Users one of whom has to approve.</param>
    /// <param name="branches">Patterns of branches that may be deployed to it, of tags where they start with <c>tag:</c>; none for all.</param>
    /// <param name="waitMinutes">How long a deployment has to wait.</param>
    /// <param name="apps">Apps that have to say yes.</param>
    public void AddEnvironment(
        string name, IEnumerable<string>? reviewers = null, IEnumerable<string>? branches = null, int waitMinutes = 0, IEnumerable<string>? apps = null) =>
        Routes.EnvironmentRoutes.Add(this, name, [.. reviewers ?? []], [.. branches ?? []], waitMinutes, [.. apps ?? []]);

    private static string? Output(FakeItem item, string name) => item.Json["output"]?[name]?.GetValue<string>();
}
