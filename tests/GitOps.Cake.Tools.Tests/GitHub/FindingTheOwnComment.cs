using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.Rendering;
using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>Which comment is this identity's own, whatever others do to it.</summary>
public sealed class FindingTheOwnComment : IDisposable
{
    private readonly CommentBench _bench = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_comment_that_was_deleted_is_made_anew()
    {
        var head = _bench.Repo.Head("topic");
        await _bench.Show(head, Plans.WithChanges());
        _bench.Repo.DeleteComment(_bench.Comment.Id);

        await _bench.Show(head, Plans.WithChanges(), "2");

        _bench.Comment.Edits.ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_elses_comment_with_our_marker_is_not_touched()
    {
        var head = _bench.Repo.Head("topic");
        await _bench.Show(head, Plans.WithChanges());
        var forged = _bench.Comment.Body.Replace("run=1", "run=9", StringComparison.Ordinal);
        _bench.Repo.DeleteComment(_bench.Comment.Id);
        _bench.Repo.AddComment(_bench.Pull, "stranger", forged);

        await _bench.Show(head, Plans.WithChanges(text: "y"), "2");

        var comments = _bench.Repo.Comments(_bench.Pull);
        comments.Select(comment => comment.Login).ShouldBe(["stranger", "somebody"]);
        comments[0].Body.ShouldBe(forged);
    }

    [Fact]
    public async Task GitHub_Actions_own_token_edits_what_it_made()
    {
        _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddActionsToken(GitHubBench.Repository, "pull_requests=write", "contents=read");
        var head = _bench.Repo.Head("topic");
        await _bench.Show(head, Plans.WithChanges());
        await _bench.Show(head, Plans.WithChanges(text: "y"), "2");

        (_bench.Comment.Login, _bench.Comment.Edits).ShouldBe(("github-actions[bot]", 1));
    }

    [Fact]
    public async Task A_token_of_an_App_that_a_workflow_made_edits_what_it_made()
    {
        _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddInstallationToken(_bench.GitHub.AddApp("deployer", GitHubBench.Repository, "pull_requests=write", "contents=read"));
        var head = _bench.Repo.Head("topic");
        await _bench.Show(head, Plans.WithChanges());
        await _bench.Show(head, Plans.WithChanges(text: "y"), "2");

        (_bench.Comment.Login, _bench.Comment.Edits).ShouldBe(("deployer[bot]", 1));
    }

    [Fact]
    public async Task Among_hundreds_of_comments_the_own_one_is_found()
    {
        for (var number = 0; number < 120; number++)
            _bench.Repo.AddComment(_bench.Pull, "stranger", $"comment {number}");

        var head = _bench.Repo.Head("topic");
        await _bench.Show(head, Plans.WithChanges());
        for (var number = 0; number < 120; number++)
            _bench.Repo.AddComment(_bench.Pull, "stranger", $"comment {number}");

        await _bench.Show(head, Plans.WithChanges(text: "y"), "2");

        _bench.Repo.Comments(_bench.Pull).Where(comment => comment.Login == "somebody").ShouldHaveSingleItem().Edits.ShouldBe(1);
    }

    [Fact]
    public async Task A_locked_conversation_is_told_and_is_no_failure_unless_reports_are_required()
    {
        _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddActionsToken(GitHubBench.Repository, "pull_requests=write", "contents=read");
        var head = _bench.Repo.Head("topic");
        await _bench.Show(head, Plans.WithChanges());
        var written = _bench.Comment;
        _bench.Repo.LockConversation(_bench.Pull);

        await _bench.Show(head, Plans.WithChanges(text: "y"), "2");

        _bench.Comment.ShouldBe(written);
        _bench.Log.Warnings.ShouldHaveSingleItem().ShouldContain($"The conversation of pull request {_bench.Pull} is locked");
        var required = _bench.Run(new() { Sha = head, PullRequest = _bench.Pull, Required = true });
        await Should.ThrowAsync<RemoteCallException>(() => _bench.Wait(new CommentReporter(required, Plans.Scope).PlanAsync([new PlanPart(Plans.WithChanges(text: "z"))], Stop)));
    }

    [Fact]
    public async Task A_comment_that_was_edited_in_a_browser_still_keeps_its_last_plan()
    {
        var first = _bench.Repo.Head("topic");
        await _bench.Show(first, Plans.WithChanges());
        var body = _bench.Comment.Body.Replace("\n", "\r\n", StringComparison.Ordinal);
        _bench.Repo.DeleteComment(_bench.Comment.Id);
        _bench.Repo.AddComment(_bench.Pull, "somebody", body);

        await _bench.Running(_bench.Repo.Push("topic"), "2");

        _bench.Comment.Body.ShouldContain($"<summary>The last plan of <code>{first[..8]}</code></summary>");
        _bench.Comment.Body.ShouldContain("Plan: 0 to install, 1 to upgrade");
    }

    [Theory]
    [InlineData(FakeFault.BadGatewayAfterwards)]
    [InlineData(FakeFault.TimeoutAfterwards)]
    [InlineData(FakeFault.BadGateway)]
    public async Task A_comment_is_made_once_whatever_GitHub_answers(FakeFault fault)
    {
        var faults = new Queue<FakeFault>([fault]);
        _bench.GitHub.Faults = (method, _) => method == "POST" && faults.TryDequeue(out var next) ? next : FakeFault.None;
        _bench.GitHub.ListLag = TimeSpan.FromSeconds(5);

        await _bench.Show(_bench.Repo.Head("topic"), Plans.WithChanges());

        _bench.Comment.Edits.ShouldBe(0);
    }

    public void Dispose() => _bench.Dispose();
}
