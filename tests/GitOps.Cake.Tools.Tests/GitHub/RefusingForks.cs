using System.Text.Json;
using GitOps.Cake.GitHub;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>A run with the repository's secrets does not build a stranger's files.</summary>
public sealed class RefusingForks : IDisposable
{
    private readonly GitHubBench _bench = new();
    private readonly ToolRunner _runner = new();
    private readonly string _git = ProgramPath.OnPath("git") ?? throw TestTools.Missing("git");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("pull_request_target", true)]
    [InlineData("workflow_run", true)]
    [InlineData("issue_comment", true)]
    [InlineData("pull_request", false)]
    [InlineData("push", false)]
    [InlineData(null, false)]
    public void Only_events_with_secrets_that_a_stranger_may_cause_concern_it(string? name, bool expected) =>
        ForkGuard.Concerns(variable => variable == "GITHUB_EVENT_NAME" ? name : null).ShouldBe(expected);

    [Theory]
    [InlineData("topic")]
    [InlineData("merged")]
    public async Task The_head_of_a_fork_is_refused_alone_and_merged(string checkedOut)
    {
        await PullRequestAsync("stranger/name", checkedOut);

        var problem = await Should.ThrowAsync<GitOpsException>(() => CheckAsync(allows: false));
        problem.Message.ShouldContain("pull request 5");
        problem.Message.ShouldContain("--allow-unsafe-fork-checkout");
    }

    [Theory]
    [InlineData("stranger/name", "main")]
    [InlineData(GitHubBench.Repository, "topic")]
    public async Task The_base_branch_and_a_branch_of_the_repository_pass(string from, string checkedOut)
    {
        await PullRequestAsync(from, checkedOut);

        await CheckAsync(allows: false);
        _bench.Log.Lines.ShouldNotContain(line => line.Contains("stranger", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pull_request_of_a_fork_that_was_merged_passes()
    {
        await PullRequestAsync("stranger/name", "merged");
        _bench.Variables["GITHUB_SHA"] = await GitAsync("rev-parse", "HEAD");

        await CheckAsync(allows: false);
    }

    [Theory]
    [InlineData("topic")]
    [InlineData("merged")]
    public async Task Where_nobody_can_tell_whose_it_is_another_commit_than_the_events_is_refused(string checkedOut)
    {
        await CommentAsync(checkedOut);

        (await Should.ThrowAsync<GitOpsException>(() => CheckAsync(allows: false))).Message.ShouldContain("hand over a token for GitHub (GITHUB_TOKEN)");

        await CheckAsync(allows: true);
        _bench.Log.Warnings.ShouldHaveSingleItem().ShouldContain("--allow-unsafe-fork-checkout was given");
    }

    [Fact]
    public async Task Where_nobody_can_tell_whose_it_is_the_events_own_commit_passes()
    {
        await CommentAsync("main");

        await CheckAsync(allows: false);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("stranger/name")]
    public async Task With_a_token_GitHub_tells_whose_the_pull_request_of_a_comment_is(string? fork)
    {
        await CommentAsync("topic");
        _bench.Repo.Push("topic", sha: await GitAsync("rev-parse", "HEAD"));
        for (var number = 1; number <= 5; number++)
            _bench.Repo.OpenPullRequest("topic", fork);

        _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddUser("somebody");
        var check = _bench.Wait(CheckAsync(allows: false));
        if (fork is null)
            await check;
        else
            (await Should.ThrowAsync<GitOpsException>(() => check)).Message.ShouldContain("pull request 5, which comes from a fork");
    }

    public void Dispose() => _bench.Dispose();

    // The event of a comment on pull request 5: it does not tell where that comes from.
    private async Task CommentAsync(string checkedOut)
    {
        await PullRequestAsync("stranger/name", checkedOut);
        _bench.Variables["GITHUB_EVENT_NAME"] = "issue_comment";
        await File.WriteAllTextAsync(_bench.Variables["GITHUB_EVENT_PATH"], """{"issue":{"number":5,"pull_request":{}},"comment":{"body":"/deploy"}}""", Stop);
    }

    private Task CheckAsync(bool allows) => new ForkGuard(_bench.Run(), _runner).CheckAsync(allows, Stop);

    private async Task PullRequestAsync(string from, string checkedOut)
    {
        await GitAsync("init", "--quiet", "-b", "main");
        await CommitAsync("base");
        var trunk = await GitAsync("rev-parse", "HEAD");
        await GitAsync("checkout", "--quiet", "-b", "topic");
        await CommitAsync("change");
        var head = await GitAsync("rev-parse", "HEAD");
        await GitAsync("checkout", "--quiet", "-b", "merged", "main");
        await GitAsync("-c", "user.name=a", "-c", "user.email=a@b", "merge", "--quiet", "--no-ff", "-m", "merge", "topic");
        await GitAsync("checkout", "--quiet", checkedOut);

        var file = Path.Combine(_bench.Folder.FullName, "event.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            pull_request = new
            {
                number = 5,
                head = new { sha = head, @ref = "topic", repo = new { full_name = from } },
                @base = new { @ref = "main", repo = new { full_name = GitHubBench.Repository } },
            },
        }), Stop);
        _bench.Variables["GITHUB_ACTIONS"] = "true";
        _bench.Variables["GITHUB_EVENT_NAME"] = "pull_request_target";
        _bench.Variables["GITHUB_EVENT_PATH"] = file;
        _bench.Variables["GITHUB_SHA"] = trunk;
    }

    private Task CommitAsync(string message) =>
        GitAsync("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--allow-empty", "-m", message);

    private async Task<string> GitAsync(params string[] words) => (await _runner.RunAsync(
        new(_git, [.. words.Select(word => (Argument)word)]) { WorkingDirectory = _bench.Folder.FullName }, Stop)).StandardOutput.Trim();
}
