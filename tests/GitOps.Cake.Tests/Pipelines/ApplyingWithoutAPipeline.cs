using System.Text.RegularExpressions;
using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>An apply in a build of the team's own, after the merge: it keeps to the plan that the pull request showed.</summary>
public sealed class ApplyingWithoutAPipeline : IDisposable
{
    private const string Plan = $"gitops/plan/{PipelineBench.Scope}";

    private readonly PipelineBench _bench = new();
    private readonly int _pull;

    public ApplyingWithoutAPipeline() => _pull = _bench.Repo.OpenPullRequest("topic");

    [Theory]
    [InlineData("GitOpsPullRequest")]
    [InlineData("GitOpsShown")]
    public void What_was_shown_is_applied(string shownBy)
    {
        Show(shownBy);

        Succeed(_bench.Apply(_bench.Repo.MergePullRequest(_pull)));

        _bench.Log.ShouldContain($"Pull request {_pull} was merged with the plan ");
        _bench.Repo.Comments(_pull).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("GitOpsPullRequest")]
    [InlineData("GitOpsShown")]
    public void Where_the_base_moved_it_stops_and_shows_the_new_plan(string shownBy)
    {
        Show(shownBy);
        var merged = _bench.Repo.MergePullRequest(_pull);

        Fail(_bench.Apply(merged, "light and dark"));

        _bench.Applied.ShouldBe(0);
        _bench.Log.ShouldContain("Nothing was applied. Look at the plan above; to apply it, run again with --accept=");
        var stopped = _bench.Repo.Comments(_pull)[^1].Body;
        stopped.ShouldContain("**Nothing was applied: this is not the plan that was approved**");
        stopped.ShouldContain("plain → light and dark");
        var digest = Regex.Match(stopped, "--accept=([0-9a-f]{64})").Groups[1].Value;
        Fail(_bench.Apply(merged, "yet another", $"--accept={digest}"));
        Succeed(_bench.Apply(merged, "light and dark", $"--accept={digest}"));
        _bench.Applied.ShouldBe(1);
    }

    [Fact]
    public void A_scheduled_run_repairs_drift_that_no_pull_request_showed_unless_an_approval_is_required()
    {
        Show("GitOpsPullRequest");
        var place = _bench.Place("schedule", _bench.Repo.MergePullRequest(_pull), more: ("GITHUB_REF", "refs/heads/main"));
        _bench.Prepare("by hand");

        Succeed(_bench.Run("HelmfileApply", place, "--current-context"));
        Fail(_bench.Run("HelmfileApply", place, "--current-context", "--require-approval"));

        _bench.Applied.ShouldBe(1);
    }

    [Theory]
    [InlineData("HelmfileApply")]
    [InlineData("GitOpsMain")]
    public void A_scheduled_run_does_not_apply_what_a_push_was_stopped_for_until_somebody_accepts_it(string target)
    {
        Show("GitOpsPullRequest");
        var merged = _bench.Repo.MergePullRequest(_pull);
        var schedule = _bench.Place("schedule", merged, more: ("GITHUB_REF", "refs/heads/main"));
        _bench.Prepare("light and dark");

        Fail(_bench.OnMain(target, merged));
        var digest = Regex.Match(_bench.Log, "--accept=([0-9a-f]{64})").Groups[1].Value;
        Fail(_bench.Run(target, schedule, "--current-context"));
        _bench.Log.ShouldContain("The apply of this commit was stopped before");
        _bench.Applied.ShouldBe(0);

        Succeed(_bench.OnMain(target, merged, $"--accept={digest}"));
        _bench.Repo.Statuses(merged).Single(status => status.Context == $"gitops/stopped/{PipelineBench.Scope}").State.ShouldBe("success");
        _bench.Prepare("by hand");
        Succeed(_bench.Run(target, schedule, "--current-context"));
        _bench.Applied.ShouldBe(2);
    }

    [Theory]
    [InlineData("HelmfileApply")]
    [InlineData("GitOpsMain")]
    public void What_somebody_accepts_on_a_laptop_is_stopped_no_more_where_the_token_is_the_same_identitys(string target)
    {
        var (merged, digest) = Stop();

        Succeed(OnLaptop(target, merged, digest));

        Stopped(merged).ShouldBe("success");
    }

    [Fact]
    public void On_a_laptop_without_a_token_it_is_said_that_a_stop_stays()
    {
        var (merged, digest) = Stop();
        _bench.Token = null;

        Succeed(OnLaptop("HelmfileApply", merged, digest));

        _bench.Log.ShouldContain($"Where gitops/stopped/{PipelineBench.Scope} says that the apply of {merged} was stopped, it stays so");
        Stopped(merged).ShouldBe("failure");
    }

    [Fact]
    public void Somebody_else_who_accepts_a_plan_is_told_whose_run_has_to()
    {
        var (merged, digest) = Stop();
        _bench.Token = _bench.GitHub.AddUser("another");

        Succeed(OnLaptop("HelmfileApply", merged, digest));

        _bench.Log.ShouldContain("was set by somebody, and this run is another on GitHub, so it stays");
        Stopped(merged).ShouldBe("failure");
    }

    [Fact]
    public void A_stop_that_cannot_be_kept_is_told_and_stops_all_the_same()
    {
        _bench.Token = _bench.GitHub.AddActionsToken(PipelineBench.Repository, "statuses=write", "pull_requests=write", "contents=read");
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));
        Succeed(_bench.Run("GitOpsShown", _bench.PullRequestPlace(_pull, _bench.Repo.Head("topic"))));
        var merged = _bench.Repo.MergePullRequest(_pull);
        _bench.Token = _bench.GitHub.AddActionsToken(PipelineBench.Repository, "statuses=read", "pull_requests=write", "contents=read");

        Fail(_bench.Apply(merged, "light and dark"));

        _bench.Log.ShouldContain("a scheduled run of this commit may not know whether its apply was stopped");
        _bench.Log.ShouldContain("Nothing was applied.");
        _bench.Applied.ShouldBe(0);
    }

    [Fact]
    public void What_was_accepted_is_run_again_without_a_word()
    {
        Show("GitOpsPullRequest");
        var merged = _bench.Repo.MergePullRequest(_pull);
        Fail(_bench.Apply(merged, "light and dark"));
        var digest = Regex.Match(_bench.Log, "--accept=([0-9a-f]{64})").Groups[1].Value;
        Succeed(_bench.Apply(merged, "light and dark", $"--accept={digest}"));

        Succeed(_bench.Apply(merged, value: null));
        Fail(_bench.Apply(merged, "dark again"));
    }

    [Fact]
    public void A_run_that_the_merge_itself_started_is_held_to_the_plan_too()
    {
        Show("GitOpsPullRequest");
        _bench.Repo.MergePullRequest(_pull, FakeMerge.Squash);
        var place = _bench.PullRequestPlace(_pull, _bench.Repo.Head("topic"), merged: true);

        _bench.Prepare("light and dark");
        Fail(_bench.Run("HelmfileApply", place, "--current-context"));
        _bench.Log.ShouldContain("Nothing was applied.");

        _bench.Prepare("dark");
        Succeed(_bench.Run("HelmfileApply", place, "--current-context"));
        _bench.Applied.ShouldBe(1);
    }

    [Fact]
    public void A_status_of_the_same_name_that_somebody_else_sets_opens_nothing()
    {
        Show("GitOpsPullRequest");
        _bench.Repo.AddStatus(_bench.Repo.Head("topic"), new(Plan, "failure", "There is no plan", null, "stranger"));

        Fail(_bench.Apply(_bench.Repo.MergePullRequest(_pull), "light and dark"));

        _bench.Applied.ShouldBe(0);
    }

    [Fact]
    public void A_token_of_an_App_that_the_workflow_made_holds_to_the_plan_as_any_other()
    {
        var app = _bench.GitHub.AddApp("deployer", PipelineBench.Repository, "checks=write", "statuses=write", "pull_requests=write", "contents=read");
        _bench.Token = _bench.GitHub.AddInstallationToken(app);
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));
        Succeed(_bench.Run("GitOpsPullRequest", _bench.PullRequestPlace(_pull, _bench.Repo.Head("topic"))));

        // The next run has a token of its own, of the same App.
        _bench.Token = _bench.GitHub.AddInstallationToken(app);
        var merged = _bench.Repo.MergePullRequest(_pull);
        Fail(_bench.Apply(merged, "light and dark"));
        Succeed(_bench.Apply(merged));
    }

    [Fact]
    public void A_head_that_was_pushed_after_its_last_plan_has_none_that_was_approved()
    {
        Show("GitOpsPullRequest");
        _bench.Repo.Push("topic");
        var merged = _bench.Repo.MergePullRequest(_pull);

        Fail(_bench.Apply(merged, "dark", "--require-approval"));
        _bench.Log.ShouldContain("No plan was approved for this commit");
        Succeed(_bench.Apply(merged));
    }

    [Fact]
    public void Each_scope_is_held_to_the_plan_of_its_own()
    {
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));
        Succeed(_bench.Run<ThreeScopes>("GitOpsPullRequest", _bench.PullRequestPlace(_pull, _bench.Repo.Head("topic")), "--scope=web"));
        var merged = _bench.Repo.MergePullRequest(_pull);

        _bench.Prepare("light and dark");
        Succeed(ApplyScope(merged, "db"));
        Fail(ApplyScope(merged, "web"));
        _bench.Log.ShouldContain("Nothing was applied.");
        Fail(ApplyScope(merged, "live", "--require-approval"));
        _bench.Log.ShouldContain("No plan was approved for this commit");

        _bench.Prepare("dark");
        Succeed(ApplyScope(merged, "web", "--require-approval"));
    }

    [Fact]
    public void A_direct_push_is_applied_unless_an_approval_is_required()
    {
        var sha = _bench.Repo.Push("main");
        Succeed(_bench.Apply(sha));

        Fail(_bench.Apply(sha, "dark", "--require-approval"));
        _bench.Log.ShouldContain("No plan was approved for this commit");
        Fail(_bench.OnMain("HelmfileApplyApproved", sha));
        _bench.Log.ShouldContain("No plan was approved for this commit");
        _bench.Applied.ShouldBe(1);
    }

    [Fact]
    public void A_push_that_shows_its_own_plan_approves_nothing_with_it()
    {
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));
        var sha = _bench.Repo.MergePullRequest(_pull);

        Succeed(_bench.OnMain("GitOpsShown", sha));

        _bench.Repo.Statuses(sha).ShouldNotContain(status => status.Context == Plan);
    }

    public void Dispose() => _bench.Dispose();

    private (string Merged, string Digest) Stop()
    {
        Show("GitOpsPullRequest");
        var merged = _bench.Repo.MergePullRequest(_pull);
        Fail(_bench.Apply(merged, "light and dark"));
        Stopped(merged).ShouldBe("failure");
        return (merged, Regex.Match(_bench.Log, "--accept=([0-9a-f]{64})").Groups[1].Value);
    }

    private string Stopped(string sha) => _bench.Repo.Statuses(sha).Single(status => status.Context == $"gitops/stopped/{PipelineBench.Scope}").State;

    // No CI system says what is built.
    private int OnLaptop(string target, string sha, string digest) => _bench.Run(
        target, new Dictionary<string, string> { ["GITHUB_API_URL"] = FakeGitHub.Api.ToString() }, "--current-context", $"--repository={PipelineBench.Repository}", $"--sha={sha}", $"--accept={digest}");

    private void Show(string target)
    {
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));
        Succeed(_bench.Run(target, _bench.PullRequestPlace(_pull, _bench.Repo.Head("topic"))));
        _bench.Repo.Statuses(_bench.Repo.Head("topic")).ShouldContain(status => status.Context == Plan && status.Description!.StartsWith("digest "));
    }

    private int ApplyScope(string sha, string scope, params string[] more) =>
        _bench.Run<ThreeScopes>("HelmfileApply", _bench.Place("push", sha, more: ("GITHUB_REF", "refs/heads/main")), ["--current-context", $"--scope={scope}", .. more]);

    private void Succeed(int exit) => exit.ShouldBe(0, _bench.Log);

    private void Fail(int exit) => exit.ShouldNotBe(0, _bench.Log);
}
