using System.Collections.Immutable;
using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.Rendering;
using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>The life of the comment on a pull request.</summary>
public sealed class CommentingOnPullRequests : IDisposable
{
    private readonly CommentBench _bench = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_push_makes_a_comment_and_the_second_edits_it()
    {
        var first = _bench.Repo.Head("topic");
        await _bench.Show(first, Plans.WithChanges());
        _bench.Comment.Body.ShouldContain($"**Plan** for <code>{first[..8]}</code> · [run](<https://ci.example/1>)");
        _bench.Comment.Body.ShouldContain("Plan: 0 to install, 1 to upgrade");

        var second = _bench.Repo.Push("topic");
        await _bench.Running(second, "2");
        _bench.Comment.Body.ShouldContain("**Out of date**");
        _bench.Comment.Body.ShouldContain($"<summary>The last plan of <code>{first[..8]}</code></summary>");

        await _bench.Show(second, Plans.WithChanges(text: "y"), "2");
        _bench.Comment.Body.ShouldContain($"**Plan** for <code>{second[..8]}</code>");
        _bench.Comment.Body.ShouldNotContain("The last plan");
        _bench.Comment.Edits.ShouldBe(2);
    }

    [Fact]
    public async Task A_run_for_an_older_commit_that_ends_late_changes_nothing()
    {
        var first = _bench.Repo.Head("topic");
        var second = _bench.Repo.Push("topic");
        await _bench.Show(second, Plans.WithChanges(text: "new"), "2");
        var written = _bench.Comment;

        await _bench.Show(first, Plans.WithChanges(text: "old"), "1");

        _bench.Comment.ShouldBe(written);
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
        await _bench.Show(head, Plans.WithChanges(text: "first"), firstRun, firstTry);
        await _bench.Show(head, Plans.WithChanges(text: "second"), secondRun, secondTry);

        _bench.Comment.Body.Contains("+new second", StringComparison.Ordinal).ShouldBe(overwritten);
    }

    [Fact]
    public async Task A_failed_comparison_shows_the_error_and_folds_the_last_plan()
    {
        var first = _bench.Repo.Head("topic");
        await _bench.Show(first, Plans.WithChanges());
        var second = _bench.Repo.Push("topic");

        await _bench.Wait(new CommentReporter(_bench.RunOf(second, "2"), Plans.Scope).PlanAsync([new FailedPart(Plans.Scope, "helmfile.yaml:3: no such key\n``` </details> @everyone")], Stop));

        _bench.Comment.Body.ShouldContain($"**The comparison of {MarkdownText.Code(Plans.Scope)} failed.**");
        _bench.Comment.Body.ShouldContain("helmfile.yaml:3: no such key");
        _bench.Comment.Body.ShouldContain("````text");
        _bench.Comment.Body.ShouldContain("Plan: 0 to install, 1 to upgrade");
    }

    [Fact]
    public async Task Where_nothing_changes_no_comment_is_made_and_one_that_is_there_says_so()
    {
        var first = _bench.Repo.Head("topic");
        await _bench.Show(first, Plans.WithoutChanges());
        _bench.Repo.Comments(_bench.Pull).ShouldBeEmpty();

        await _bench.Show(first, Plans.WithChanges(), "2");
        await _bench.Show(first, Plans.WithoutChanges(), "3");
        _bench.Comment.Body.ShouldContain("No changes.");
    }

    [Theory]
    [InlineData(FakeMerge.Merge)]
    [InlineData(FakeMerge.Squash)]
    [InlineData(FakeMerge.Rebase)]
    public async Task After_the_merge_the_result_is_a_comment_of_its_own(FakeMerge how)
    {
        await _bench.Show(_bench.Repo.Head("topic"), Plans.WithChanges());
        var merged = _bench.Repo.MergePullRequest(_bench.Pull, how);

        await _bench.Wait(new CommentReporter(_bench.RunOf(merged, "2"), Plans.Scope).ApplyAsync([new AppliedPart(Plans.Applied(Plans.WithChanges()))], Stop));

        _bench.Repo.Comments(_bench.Pull).Select(comment => comment.Body.Split('\n')[1]).ShouldBe(
            [$"**Plan** for <code>{_bench.Repo.Head("topic")[..8]}</code> · [run](<https://ci.example/1>)", $"**Apply** for <code>{merged[..8]}</code> · [run](<https://ci.example/2>)"]);
    }

    [Fact]
    public async Task Of_a_push_of_very_many_pull_requests_the_last_are_told()
    {
        var before = _bench.Repo.Head("main");
        ImmutableArray<int> pulls = [.. Enumerable.Range(0, CommentReporter.MostPullRequests + 1).Select(number => _bench.Repo.OpenPullRequest($"more-{number}"))];
        ImmutableArray<string> merges = [.. pulls.Select(pull => _bench.Repo.MergePullRequest(pull))];
        var merged = merges[^1];
        _bench.Variables["GITHUB_EVENT_PATH"] = Path.Combine(_bench.Folder.FullName, "push.json");
        await File.WriteAllTextAsync(_bench.Variables["GITHUB_EVENT_PATH"], $$"""{"ref":"refs/heads/main","before":"{{before}}","after":"{{merged}}"}""", Stop);

        await _bench.Wait(new CommentReporter(_bench.RunOf(merged, "2"), Plans.Scope).ApplyAsync([new AppliedPart(Plans.Applied(Plans.WithChanges()))], Stop));

        pulls.Count(pull => _bench.Repo.Comments(pull).Length == 1).ShouldBe(CommentReporter.MostPullRequests);
        _bench.Repo.Comments(pulls[0]).ShouldBeEmpty();
        _bench.Log.Warnings.ShouldHaveSingleItem().ShouldStartWith("The push brought 21 pull requests.");
    }

    [Fact]
    public async Task A_direct_push_belongs_to_no_pull_request_and_that_is_no_failure()
    {
        await _bench.Wait(new CommentReporter(_bench.RunOf(_bench.Repo.Push("main"), "2"), Plans.Scope).ApplyAsync([new AppliedPart(Plans.Applied(Plans.WithChanges()))], Stop));

        _bench.Repo.Comments(_bench.Pull).ShouldBeEmpty();
        _bench.Log.Lines.ShouldContain(line => line.Contains("belongs to no pull request"));
    }

    [Fact]
    public async Task Several_scopes_have_a_comment_each()
    {
        var head = _bench.Repo.Head("topic");
        await _bench.Wait(new CommentReporter(_bench.RunOf(head, "1"), "staging").PlanAsync([new PlanPart(Plans.WithChanges())], Stop));
        await _bench.Wait(new CommentReporter(_bench.RunOf(head, "1"), "production --> x").PlanAsync([new PlanPart(Plans.WithChanges())], Stop));
        await _bench.Wait(new CommentReporter(_bench.RunOf(head, "2"), "production --> x").PlanAsync([new PlanPart(Plans.WithChanges())], Stop));

        _bench.Repo.Comments(_bench.Pull).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Scopes_that_share_a_comment_keep_each_its_last_plan_when_their_comparison_fails()
    {
        var first = _bench.Repo.Head("topic");
        var (web, db) = (Plans.WithChanges(text: "web") with { Scope = "web" }, Plans.WithChanges(text: "db") with { Scope = "db" });
        await _bench.Wait(new CommentReporter(_bench.RunOf(first, "1"), "environment staging").PlanAsync([new PlanPart(web), new PlanPart(db), new QuietPart("cache", "not affected")], Stop));
        _bench.Comment.Body.ShouldContain("| <code>cache</code> | not affected |");
        _bench.Comment.Body.ShouldContain("+new web");
        _bench.Comment.Body.ShouldContain("+new db");

        var second = _bench.Repo.Push("topic");
        await _bench.Wait(new CommentReporter(_bench.RunOf(second, "2"), "environment staging").RunningAsync(Stop));
        _bench.Comment.Body.ShouldContain($"<summary>The last plan of <code>web</code> at <code>{first[..8]}</code></summary>");
        _bench.Comment.Body.ShouldContain("The plans below are of an earlier commit");

        await _bench.Wait(new CommentReporter(_bench.RunOf(second, "2"), "environment staging").PlanAsync([new FailedPart("web", "no such key"), new PlanPart(db)], Stop));
        _bench.Comment.Body.ShouldContain("| <code>web</code> | **no plan: the comparison failed** |");
        _bench.Comment.Body.ShouldContain("no such key");
        _bench.Comment.Body.ShouldContain($"<summary>The last plan of <code>{first[..8]}</code></summary>");
        _bench.Comment.Body.Split("+new web").Length.ShouldBe(_bench.Comment.Body.Split("+new db").Length);
        _bench.Comment.Edits.ShouldBe(2);
    }

    [Fact]
    public async Task What_a_chart_says_is_never_taken_for_the_end_of_a_plan()
    {
        var first = _bench.Repo.Head("topic");
        await _bench.Show(first, Plans.WithChanges(text: "<!-- gitops-cake end -->\n+and more"));
        var second = _bench.Repo.Push("topic");

        await _bench.Running(second, "2");

        _bench.Comment.Body.ShouldContain("and more");
        _bench.Comment.Body.ShouldContain("Digest <code>");
    }

    [Fact]
    public async Task Three_hundred_releases_fit_and_each_keeps_its_line()
    {
        await _bench.Show(_bench.Repo.Head("topic"), Plans.WithChanges(300, new string('x', 200)));

        _bench.Comment.Body.Length.ShouldBeLessThanOrEqualTo(65_000);
        _bench.Comment.Body.ShouldContain("Plan: 0 to install, 300 to upgrade");
        Enumerable.Range(0, 300).ShouldAllBe(number => _bench.Comment.Body.Contains($"<code>apps/web{number}</code>", StringComparison.Ordinal));
        _bench.Comment.Body.ShouldContain("Digest <code>");
    }

    [Fact]
    public async Task A_closed_pull_request_still_gets_its_comment()
    {
        _bench.Repo.ClosePullRequest(_bench.Pull);
        await _bench.Show(_bench.Repo.Head("topic"), Plans.WithChanges());

        _bench.Comment.Body.ShouldContain("Plan: 0 to install");
    }

    [Fact]
    public async Task An_error_full_of_what_nobody_sees_fits_too_and_no_character_is_cut_in_two()
    {
        foreach (var error in (string[])[new('\u001b', 30_000), string.Concat(Enumerable.Repeat("x😀", 20_000)), new('`', 30_000), string.Concat(Enumerable.Repeat("\u202e", 30_000))])
        {
            await _bench.Wait(new CommentReporter(_bench.RunOf(_bench.Repo.Head("topic"), "1"), Plans.Scope).PlanAsync([new FailedPart(Plans.Scope, error)], Stop));

            _bench.Comment.Body.Length.ShouldBeLessThanOrEqualTo(65_000);
            _bench.Comment.Body.ShouldNotContain('\uFFFD');
            _bench.Comment.Body.ShouldNotContain("\\ud83d");
        }
    }

    public void Dispose() => _bench.Dispose();
}
