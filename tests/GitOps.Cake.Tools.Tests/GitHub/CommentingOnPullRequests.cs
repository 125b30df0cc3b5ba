using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>The life of the comment on a pull request.</summary>
public sealed class CommentingOnPullRequests : IDisposable
{
    private readonly GitHubBench _bench = new();
    private readonly int _pull;

    public CommentingOnPullRequests()
    {
        _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddUser("somebody");
        _pull = _bench.Repo.OpenPullRequest("topic");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private FakeComment Comment => _bench.Repo.Comments(_pull).ShouldHaveSingleItem();

    [Fact]
    public async Task The_first_push_makes_a_comment_and_the_second_edits_it()
    {
        var first = _bench.Repo.Head("topic");
        await Show(first, Plans.WithChanges());
        Comment.Body.ShouldContain($"**Plan** for <code>{first[..8]}</code> · [run](<https://ci.example/1>)");
        Comment.Body.ShouldContain("Plan: 0 to install, 1 to upgrade");

        var second = _bench.Repo.Push("topic");
        await Running(second, "2");
        Comment.Body.ShouldContain("**Out of date**");
        Comment.Body.ShouldContain($"<summary>The last plan of <code>{first[..8]}</code></summary>");

        await Show(second, Plans.WithChanges(text: "y"), "2");
        Comment.Body.ShouldContain($"**Plan** for <code>{second[..8]}</code>");
        Comment.Body.ShouldNotContain("The last plan");
        Comment.Edits.ShouldBe(2);
    }

    [Fact]
    public async Task A_run_for_an_older_commit_that_ends_late_changes_nothing()
    {
        var first = _bench.Repo.Head("topic");
        var second = _bench.Repo.Push("topic");
        await Show(second, Plans.WithChanges(text: "new"), "2");
        var written = Comment;

        await Show(first, Plans.WithChanges(text: "old"), "1");

        Comment.ShouldBe(written);
        _bench.Log.Lines.ShouldContain(line => line.Contains($"is at {second} by now"));
    }

    [Theory]
    [InlineData("7", 2, "7", 1, false)]
    [InlineData("7", 1, "7", 2, true)]
    [InlineData("8", 1, "7", 3, false)]
    [InlineData("7", 3, "8", 1, true)]
    [InlineData("jenkins-deploy-10", 1, "jenkins-deploy-9", 1, false)]
    [InlineData("jenkins-deploy-9", 1, "jenkins-deploy-10", 1, true)]
    [InlineData("jenkins-deploy-10", 1, "jenkins-other-9", 1, true)]
    [InlineData("", 1, "", 1, true)]
    public async Task Of_one_commit_the_newer_run_and_try_counts(string firstRun, int firstTry, string secondRun, int secondTry, bool overwritten)
    {
        var head = _bench.Repo.Head("topic");
        await Show(head, Plans.WithChanges(text: "first"), firstRun, firstTry);
        await Show(head, Plans.WithChanges(text: "second"), secondRun, secondTry);

        Comment.Body.Contains("+new second", StringComparison.Ordinal).ShouldBe(overwritten);
    }

    [Fact]
    public async Task A_failed_comparison_shows_the_error_and_folds_the_last_plan()
    {
        var first = _bench.Repo.Head("topic");
        await Show(first, Plans.WithChanges());
        var second = _bench.Repo.Push("topic");

        await _bench.Wait(new CommentReporter(Run(second, "2"), Plans.Scope).PlanAsync([new FailedPart(Plans.Scope, "helmfile.yaml:3: no such key\n``` </details> @everyone")], Stop));

        Comment.Body.ShouldContain($"**The comparison of {MarkdownText.Code(Plans.Scope)} failed.**");
        Comment.Body.ShouldContain("helmfile.yaml:3: no such key");
        Comment.Body.ShouldContain("````text");
        Comment.Body.ShouldContain("Plan: 0 to install, 1 to upgrade");
    }

    [Fact]
    public async Task Where_nothing_changes_no_comment_is_made_and_one_that_is_there_says_so()
    {
        var first = _bench.Repo.Head("topic");
        await Show(first, Plans.WithoutChanges());
        _bench.Repo.Comments(_pull).ShouldBeEmpty();

        await Show(first, Plans.WithChanges(), "2");
        await Show(first, Plans.WithoutChanges(), "3");
        Comment.Body.ShouldContain("No changes.");
    }

    [Theory]
    [InlineData(FakeMerge.Merge)]
    [InlineData(FakeMerge.Squash)]
    [InlineData(FakeMerge.Rebase)]
    public async Task After_the_merge_the_result_is_a_comment_of_its_own(FakeMerge how)
    {
        await Show(_bench.Repo.Head("topic"), Plans.WithChanges());
        var merged = _bench.Repo.MergePullRequest(_pull, how);

        await _bench.Wait(new CommentReporter(Run(merged, "2"), Plans.Scope).ApplyAsync([new AppliedPart(Plans.Applied(Plans.WithChanges()))], Stop));

        _bench.Repo.Comments(_pull).Select(comment => comment.Body.Split('\n')[1]).ShouldBe(
            [$"**Plan** for <code>{_bench.Repo.Head("topic")[..8]}</code> · [run](<https://ci.example/1>)", $"**Apply** for <code>{merged[..8]}</code> · [run](<https://ci.example/2>)"]);
    }

    [Fact]
    public async Task A_direct_push_belongs_to_no_pull_request_and_that_is_no_failure()
    {
        await _bench.Wait(new CommentReporter(Run(_bench.Repo.Push("main"), "2"), Plans.Scope).ApplyAsync([new AppliedPart(Plans.Applied(Plans.WithChanges()))], Stop));

        _bench.Repo.Comments(_pull).ShouldBeEmpty();
        _bench.Log.Lines.ShouldContain(line => line.Contains("belongs to no pull request"));
    }

    [Fact]
    public async Task A_comment_that_was_deleted_is_made_anew()
    {
        var head = _bench.Repo.Head("topic");
        await Show(head, Plans.WithChanges());
        _bench.Repo.DeleteComment(Comment.Id);

        await Show(head, Plans.WithChanges(), "2");

        Comment.Edits.ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_elses_comment_with_our_marker_is_not_touched()
    {
        var head = _bench.Repo.Head("topic");
        await Show(head, Plans.WithChanges());
        var forged = Comment.Body.Replace("run=1", "run=9", StringComparison.Ordinal);
        _bench.Repo.DeleteComment(Comment.Id);
        _bench.Repo.AddComment(_pull, "stranger", forged);

        await Show(head, Plans.WithChanges(text: "y"), "2");

        var comments = _bench.Repo.Comments(_pull);
        comments.Select(comment => comment.Login).ShouldBe(["stranger", "somebody"]);
        comments[0].Body.ShouldBe(forged);
    }

    [Fact]
    public async Task Several_scopes_have_a_comment_each()
    {
        var head = _bench.Repo.Head("topic");
        await _bench.Wait(new CommentReporter(Run(head, "1"), "staging").PlanAsync([new PlanPart(Plans.WithChanges())], Stop));
        await _bench.Wait(new CommentReporter(Run(head, "1"), "production --> x").PlanAsync([new PlanPart(Plans.WithChanges())], Stop));
        await _bench.Wait(new CommentReporter(Run(head, "2"), "production --> x").PlanAsync([new PlanPart(Plans.WithChanges())], Stop));

        _bench.Repo.Comments(_pull).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Scopes_that_share_a_comment_keep_each_its_last_plan_when_their_comparison_fails()
    {
        var first = _bench.Repo.Head("topic");
        var (web, db) = (Plans.WithChanges(text: "web") with { Scope = "web" }, Plans.WithChanges(text: "db") with { Scope = "db" });
        await _bench.Wait(new CommentReporter(Run(first, "1"), "environment staging").PlanAsync([new PlanPart(web), new PlanPart(db), new QuietPart("cache", "not affected")], Stop));
        Comment.Body.ShouldContain("| <code>cache</code> | not affected |");
        Comment.Body.ShouldContain("+new web");
        Comment.Body.ShouldContain("+new db");

        var second = _bench.Repo.Push("topic");
        await _bench.Wait(new CommentReporter(Run(second, "2"), "environment staging").RunningAsync(Stop));
        Comment.Body.ShouldContain($"<summary>The last plan of <code>web</code> at <code>{first[..8]}</code></summary>");
        Comment.Body.ShouldContain("The plans below are of an earlier commit");

        await _bench.Wait(new CommentReporter(Run(second, "2"), "environment staging").PlanAsync([new FailedPart("web", "no such key"), new PlanPart(db)], Stop));
        Comment.Body.ShouldContain("| <code>web</code> | **no plan: the comparison failed** |");
        Comment.Body.ShouldContain("no such key");
        Comment.Body.ShouldContain($"<summary>The last plan of <code>{first[..8]}</code></summary>");
        Comment.Body.Split("+new web").Length.ShouldBe(Comment.Body.Split("+new db").Length);
        Comment.Edits.ShouldBe(2);
    }

    [Fact]
    public async Task What_a_chart_says_is_never_taken_for_the_end_of_a_plan()
    {
        var first = _bench.Repo.Head("topic");
        await Show(first, Plans.WithChanges(text: "<!-- gitops-cake end -->\n+and more"));
        var second = _bench.Repo.Push("topic");

        await Running(second, "2");

        Comment.Body.ShouldContain("and more");
        Comment.Body.ShouldContain("Digest <code>");
    }

    [Fact]
    public async Task Three_hundred_releases_fit_and_each_keeps_its_line()
    {
        await Show(_bench.Repo.Head("topic"), Plans.WithChanges(300, new string('x', 200)));

        Comment.Body.Length.ShouldBeLessThanOrEqualTo(65_000);
        Comment.Body.ShouldContain("Plan: 0 to install, 300 to upgrade");
        Enumerable.Range(0, 300).ShouldAllBe(number => Comment.Body.Contains($"<code>apps/web{number}</code>", StringComparison.Ordinal));
        Comment.Body.ShouldContain("Digest <code>");
    }

    [Fact]
    public async Task A_closed_pull_request_still_gets_its_comment()
    {
        _bench.Repo.ClosePullRequest(_pull);
        await Show(_bench.Repo.Head("topic"), Plans.WithChanges());

        Comment.Body.ShouldContain("Plan: 0 to install");
    }

    [Fact]
    public async Task GitHub_Actions_own_token_edits_what_it_made()
    {
        _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddActionsToken(GitHubBench.Repository, "pull_requests=write", "contents=read");
        var head = _bench.Repo.Head("topic");
        await Show(head, Plans.WithChanges());
        await Show(head, Plans.WithChanges(text: "y"), "2");

        (Comment.Login, Comment.Edits).ShouldBe(("github-actions[bot]", 1));
    }

    [Fact]
    public async Task A_token_of_an_App_that_a_workflow_made_edits_what_it_made()
    {
        _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddInstallationToken(_bench.GitHub.AddApp("deployer", GitHubBench.Repository, "pull_requests=write", "contents=read"));
        var head = _bench.Repo.Head("topic");
        await Show(head, Plans.WithChanges());
        await Show(head, Plans.WithChanges(text: "y"), "2");

        (Comment.Login, Comment.Edits).ShouldBe(("deployer[bot]", 1));
    }

    [Fact]
    public async Task Among_hundreds_of_comments_the_own_one_is_found()
    {
        for (var number = 0; number < 120; number++)
            _bench.Repo.AddComment(_pull, "stranger", $"comment {number}");

        var head = _bench.Repo.Head("topic");
        await Show(head, Plans.WithChanges());
        for (var number = 0; number < 120; number++)
            _bench.Repo.AddComment(_pull, "stranger", $"comment {number}");

        await Show(head, Plans.WithChanges(text: "y"), "2");

        _bench.Repo.Comments(_pull).Where(comment => comment.Login == "somebody").ShouldHaveSingleItem().Edits.ShouldBe(1);
    }

    [Fact]
    public async Task A_locked_conversation_is_told_and_is_no_failure_unless_reports_are_required()
    {
        _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddActionsToken(GitHubBench.Repository, "pull_requests=write", "contents=read");
        var head = _bench.Repo.Head("topic");
        await Show(head, Plans.WithChanges());
        var written = Comment;
        _bench.Repo.LockConversation(_pull);

        await Show(head, Plans.WithChanges(text: "y"), "2");

        Comment.ShouldBe(written);
        _bench.Log.Warnings.ShouldHaveSingleItem().ShouldContain($"The conversation of pull request {_pull} is locked");
        var required = _bench.Run(new() { Sha = head, PullRequest = _pull, Required = true });
        await Should.ThrowAsync<RemoteCallException>(() => _bench.Wait(new CommentReporter(required, Plans.Scope).PlanAsync([new PlanPart(Plans.WithChanges(text: "z"))], Stop)));
    }

    [Fact]
    public async Task An_error_full_of_what_nobody_sees_fits_too_and_no_character_is_cut_in_two()
    {
        foreach (var error in (string[])[new('\u001b', 30_000), string.Concat(Enumerable.Repeat("x😀", 20_000)), new('`', 30_000), string.Concat(Enumerable.Repeat("\u202e", 30_000))])
        {
            await _bench.Wait(new CommentReporter(Run(_bench.Repo.Head("topic"), "1"), Plans.Scope).PlanAsync([new FailedPart(Plans.Scope, error)], Stop));

            Comment.Body.Length.ShouldBeLessThanOrEqualTo(65_000);
            Comment.Body.ShouldNotContain('\uFFFD');
            Comment.Body.ShouldNotContain("\\ud83d");
        }
    }

    [Fact]
    public async Task A_comment_that_was_edited_in_a_browser_still_keeps_its_last_plan()
    {
        var first = _bench.Repo.Head("topic");
        await Show(first, Plans.WithChanges());
        var body = Comment.Body.Replace("\n", "\r\n", StringComparison.Ordinal);
        _bench.Repo.DeleteComment(Comment.Id);
        _bench.Repo.AddComment(_pull, "somebody", body);

        await Running(_bench.Repo.Push("topic"), "2");

        Comment.Body.ShouldContain($"<summary>The last plan of <code>{first[..8]}</code></summary>");
        Comment.Body.ShouldContain("Plan: 0 to install, 1 to upgrade");
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

        await Show(_bench.Repo.Head("topic"), Plans.WithChanges());

        Comment.Edits.ShouldBe(0);
    }

    public void Dispose() => _bench.Dispose();

    private Task Show(string sha, Plan plan, string run = "1", int attempt = 1) =>
        _bench.Wait(new CommentReporter(Run(sha, run, attempt), Plans.Scope).PlanAsync([new PlanPart(plan)], Stop));

    private Task Running(string sha, string run) => _bench.Wait(new CommentReporter(Run(sha, run), Plans.Scope).RunningAsync(Stop));

    private GitHubRun Run(string sha, string run, int attempt = 1)
    {
        var isHead = _bench.Repo.Head("main") != sha;
        (_bench.Variables["GITHUB_ACTIONS"], _bench.Variables["GITHUB_EVENT_NAME"]) = ("true", isHead ? "pull_request" : "push");
        (_bench.Variables["GITHUB_SHA"], _bench.Variables["GITHUB_RUN_ID"], _bench.Variables["GITHUB_RUN_ATTEMPT"]) = (sha, run, $"{attempt}");
        return _bench.Run(new() { Sha = sha, PullRequest = isHead ? _pull : null, RunUrl = $"https://ci.example/{run}" });
    }
}
