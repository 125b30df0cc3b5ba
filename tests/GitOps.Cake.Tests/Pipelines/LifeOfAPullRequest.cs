using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>What people see on GitHub of a pull request, from the first push to the merge: whole builds against a GitHub in memory.</summary>
public sealed class LifeOfAPullRequest : IDisposable
{
    private const string Diff = $"gitops/diff/{PipelineBench.Scope}";
    private const string Plan = $"gitops/plan/{PipelineBench.Scope}";

    private readonly PipelineBench _bench = new();
    private readonly int _pull;

    public LifeOfAPullRequest() => _pull = _bench.Repo.OpenPullRequest("topic");

    private string Head => _bench.Repo.Head("topic");

    private FakeComment Comment => _bench.Repo.Comments(_pull).ShouldHaveSingleItem();

    [Fact]
    public void The_first_push_shows_the_plan_and_keeps_its_digest()
    {
        Succeed(_bench.PullRequest(_pull));

        Comment.Body.ShouldContain($"**Plan** for <code>{Head[..8]}</code> · [run](<https://github.example/owner/name/actions/runs/1>)");
        Comment.Body.ShouldContain("!   data.mode: plain → dark");
        _bench.States(Head, Diff).ShouldBe("pending success");
        Status(Diff).ShouldStartWith("Plan: 0 to install, 1 to upgrade");
        Status(Plan).ShouldMatch("^digest [0-9a-f]{64}$");
        File.ReadAllText(_bench.SummaryFile).ShouldContain("data.mode: plain → dark");
    }

    [Fact]
    public void The_second_push_edits_the_comment()
    {
        Succeed(_bench.PullRequest(_pull));
        var first = Comment;
        var second = _bench.Repo.Push("topic");
        Succeed(_bench.PullRequest(_pull, "light"));

        Comment.Id.ShouldBe(first.Id);
        Comment.Body.ShouldContain($"**Plan** for <code>{second[..8]}</code>");
        Comment.Body.ShouldContain("plain → light");

        // Once to say that it is out of date, once with the new plan.
        Comment.Edits.ShouldBe(2);
        _bench.GitHub.Exchanges.ShouldContain(exchange => exchange.Body != null && exchange.Body.Contains("**Out of date**", StringComparison.Ordinal));
    }

    [Fact]
    public void An_older_run_that_ends_late_changes_nothing_that_people_look_at()
    {
        var old = Head;
        var head = _bench.Repo.Push("topic");
        Succeed(_bench.PullRequest(_pull, "new"));
        var written = Comment;

        Succeed(_bench.PullRequest(_pull, "old", sha: old));

        Comment.ShouldBe(written);
        _bench.Log.ShouldContain($"is at {head} by now");
        Status(Diff).ShouldStartWith("Plan: ");
    }

    [Fact]
    public void A_run_that_is_started_again_writes_what_it_finds_then()
    {
        Succeed(_bench.PullRequest(_pull, "dark", run: "7"));
        Succeed(_bench.PullRequest(_pull, "light", run: "7", attempt: 2));

        Comment.Body.ShouldContain("plain → light");
        _bench.States(Head, Diff).ShouldBe("pending success pending success");
    }

    [Fact]
    public void A_failed_comparison_shows_why_with_the_old_plan_folded()
    {
        Succeed(_bench.PullRequest(_pull));
        var first = Head;
        var second = _bench.Repo.Push("topic");
        _bench.Tools.On("helmfile", "lint", new("", "in ./helmfile.yaml: error during helmfile.yaml.part.0 parsing: no such key\n", 1));

        Fail(_bench.PullRequest(_pull));

        Comment.Body.ShouldContain("failed.** What an apply would change is not known.");
        Comment.Body.ShouldContain("no such key");
        Comment.Body.ShouldContain($"<summary>The last plan of <code>{first[..8]}</code></summary>");
        _bench.States(second, Diff).ShouldBe("pending failure");
        _bench.States(second, Plan).ShouldBe("failure");
    }

    [Fact]
    public void A_release_that_cannot_be_compared_makes_the_plan_partial_and_the_status_names_it()
    {
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Refused());

        Fail(_bench.Run("GitOpsPullRequest", _bench.PullRequestPlace(_pull, Head)));

        Comment.Body.ShouldContain("**This plan is partial and cannot be approved.**");
        Comment.Body.ShouldContain("set owner");
        Status(Diff).ShouldStartWith("shop/api not compared: ");
        _bench.States(Head, Plan).ShouldBe("failure");
    }

    [Fact]
    public void Where_nothing_changes_no_comment_is_made_and_one_that_is_there_says_so()
    {
        Succeed(_bench.PullRequest(_pull, value: null));
        _bench.Repo.Comments(_pull).ShouldBeEmpty();

        Succeed(_bench.PullRequest(_pull));
        Succeed(_bench.PullRequest(_pull, value: null));

        Comment.Body.ShouldContain("No changes.");
        Status(Diff).ShouldStartWith("No changes.");
    }

    [Fact]
    public void Three_hundred_releases_fit_each_with_its_line_and_the_whole_is_linked()
    {
        HelmfileTexts.Many(_bench.Tools, 300);

        Succeed(_bench.Run("GitOpsPullRequest", _bench.PullRequestPlace(_pull, Head)));

        Comment.Body.EnumerateRunes().Count().ShouldBeLessThanOrEqualTo(65_000);
        Comment.Body.ShouldContain("The whole is in [the summary of this run](<https://github.example/owner/name/actions/runs/1>).");
        Enumerable.Range(0, 300).ShouldAllBe(number => Comment.Body.Contains($"<code>shop/web{number}</code> |", StringComparison.Ordinal));
        File.ReadAllText(_bench.SummaryFile).ShouldContain("ConfigMap shop/web299");
    }

    [Fact]
    public void A_closed_pull_request_is_told_all_the_same()
    {
        _bench.Repo.ClosePullRequest(_pull);

        Succeed(_bench.PullRequest(_pull));

        Comment.Body.ShouldContain("plain → dark");
    }

    [Fact]
    public void A_comment_that_was_deleted_is_made_anew()
    {
        Succeed(_bench.PullRequest(_pull));
        _bench.Repo.DeleteComment(Comment.Id);

        Succeed(_bench.PullRequest(_pull));

        Comment.Edits.ShouldBe(0);
    }

    [Fact]
    public void Somebody_elses_comment_with_our_marker_is_left_alone()
    {
        Succeed(_bench.PullRequest(_pull));
        var forged = Comment.Body.Replace("run=1", "run=99", StringComparison.Ordinal);
        _bench.Repo.DeleteComment(Comment.Id);
        _bench.Repo.AddComment(_pull, "stranger", forged);

        Succeed(_bench.PullRequest(_pull, "light"));

        var comments = _bench.Repo.Comments(_pull);
        comments.Select(comment => comment.Login).ShouldBe(["stranger", "somebody"]);
        comments[0].Body.ShouldBe(forged);
    }

    [Fact]
    public void A_merge_group_gets_the_same_contexts_and_the_pull_request_keeps_its_comment()
    {
        Succeed(_bench.PullRequest(_pull));
        var written = Comment;
        var group = _bench.Repo.QueuePullRequest(_pull);
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));

        Succeed(_bench.Run("GitOpsPullRequest", _bench.Place("merge_group", group, more: ("GITHUB_REF", $"refs/heads/gh-readonly-queue/main/pr-{_pull}-{Head}"))));

        _bench.Repo.Statuses(group).Select(status => (status.Context, status.State)).ShouldBe([(Diff, "success"), (Plan, "success")], ignoreOrder: true);
        Comment.ShouldBe(written);
    }

    [Fact]
    public void A_merge_group_gets_the_context_of_the_plan_without_a_pipeline_too()
    {
        var group = _bench.Repo.QueuePullRequest(_pull);
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));

        Succeed(_bench.Run("GitOpsShown", _bench.Place("merge_group", group, more: ("GITHUB_REF", $"refs/heads/gh-readonly-queue/main/pr-{_pull}-{Head}"))));

        _bench.Repo.Statuses(group).ShouldHaveSingleItem().Context.ShouldBe(Plan);
    }

    [Fact]
    public void What_breaks_the_policy_is_shown_and_cannot_be_approved()
    {
        _bench.Tools.On("helmfile", "list", new("""[{"name":"api","namespace":"shop","enabled":true,"installed":false,"labels":"","chart":"charts/web","version":""}]""" + "\n"));
        _bench.Tools.On("helmfile", "diff", new("", "Listing releases matching ^api$\napi 	shop     	3       	2026-11-22 21:52:41.912833827 +0000 UTC	deployed	web-0.3.0	1.4.2      \nAffected releases are:\n  api (charts/web) DELETED\n\nIdentified at least one change\n", 2));

        Fail(_bench.Run("GitOpsPullRequest", _bench.PullRequestPlace(_pull, Head), "--policy=careful"));

        Comment.Body.ShouldContain("**This plan may not be applied.**");
        Comment.Body.ShouldContain("shop/api: would be uninstalled");
        _bench.States(Head, Diff).ShouldBe("pending failure");
        Status(Plan).ShouldBe("The plan may not be applied");
    }

    [Fact]
    public void An_examination_that_fails_keeps_the_plan_from_being_made()
    {
        _bench.Tools.On("helmfile", "lint", HelmfileTexts.Lint());

        Fail(_bench.PullRequest(_pull));

        Comment.Body.ShouldContain("no such template");
        _bench.Tools.Commands.ShouldNotContain(command => command.ToString().Contains(" diff ", StringComparison.Ordinal));
    }

    public void Dispose() => _bench.Dispose();

    private void Succeed(int exit) => exit.ShouldBe(0, _bench.Log);

    private void Fail(int exit) => exit.ShouldNotBe(0, _bench.Log);

    private string Status(string context) => _bench.Repo.Statuses(Head).Single(status => status.Context == context).Description!;
}
