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

        Succeed(Apply(_bench.Repo.MergePullRequest(_pull)));

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

        Fail(Apply(merged, "light and dark"));

        Applied.ShouldBe(0);
        _bench.Log.ShouldContain("Nothing was applied. Look at the plan above; to apply it, run again with --accept=");
        var stopped = _bench.Repo.Comments(_pull)[^1].Body;
        stopped.ShouldContain("**Nothing was applied: this is not the plan that was approved**");
        stopped.ShouldContain("plain → light and dark");
        var digest = Regex.Match(stopped, "--accept=([0-9a-f]{64})").Groups[1].Value;
        Fail(Apply(merged, "yet another", $"--accept={digest}"));
        Succeed(Apply(merged, "light and dark", $"--accept={digest}"));
        Applied.ShouldBe(1);
    }

    [Fact]
    public void A_scheduled_run_repairs_drift_that_no_pull_request_showed_unless_an_approval_is_required()
    {
        Show("GitOpsPullRequest");
        var place = _bench.Place("schedule", _bench.Repo.MergePullRequest(_pull), more: ("GITHUB_REF", "refs/heads/main"));
        Prepare("by hand");

        Succeed(_bench.Run("HelmfileApply", place, "--current-context"));
        Fail(_bench.Run("HelmfileApply", place, "--current-context", "--require-approval"));

        Applied.ShouldBe(1);
    }

    [Fact]
    public void What_was_accepted_is_run_again_without_a_word()
    {
        Show("GitOpsPullRequest");
        var merged = _bench.Repo.MergePullRequest(_pull);
        Fail(Apply(merged, "light and dark"));
        var digest = Regex.Match(_bench.Log, "--accept=([0-9a-f]{64})").Groups[1].Value;
        Succeed(Apply(merged, "light and dark", $"--accept={digest}"));

        Succeed(Apply(merged, value: null));
        Fail(Apply(merged, "dark again"));
    }

    [Fact]
    public void A_run_that_the_merge_itself_started_is_held_to_the_plan_too()
    {
        Show("GitOpsPullRequest");
        _bench.Repo.MergePullRequest(_pull, FakeMerge.Squash);
        var place = _bench.PullRequestPlace(_pull, _bench.Repo.Head("topic"), merged: true);

        Prepare("light and dark");
        Fail(_bench.Run("HelmfileApply", place, "--current-context"));
        _bench.Log.ShouldContain("Nothing was applied.");

        Prepare("dark");
        Succeed(_bench.Run("HelmfileApply", place, "--current-context"));
        Applied.ShouldBe(1);
    }

    [Fact]
    public void A_status_of_the_same_name_that_somebody_else_sets_opens_nothing()
    {
        Show("GitOpsPullRequest");
        _bench.Repo.AddStatus(_bench.Repo.Head("topic"), new(Plan, "failure", "There is no plan", null, "stranger"));

        Fail(Apply(_bench.Repo.MergePullRequest(_pull), "light and dark"));

        Applied.ShouldBe(0);
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
        Fail(Apply(merged, "light and dark"));
        Succeed(Apply(merged));
    }

    [Fact]
    public void A_head_that_was_pushed_after_its_last_plan_has_none_that_was_approved()
    {
        Show("GitOpsPullRequest");
        _bench.Repo.Push("topic");
        var merged = _bench.Repo.MergePullRequest(_pull);

        Fail(Apply(merged, "dark", "--require-approval"));
        _bench.Log.ShouldContain("No plan was approved for this commit");
        Succeed(Apply(merged));
    }

    [Fact]
    public void Each_scope_is_held_to_the_plan_of_its_own()
    {
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));
        Succeed(_bench.Run<ThreeScopes>("GitOpsPullRequest", _bench.PullRequestPlace(_pull, _bench.Repo.Head("topic")), "--scope=web"));
        var merged = _bench.Repo.MergePullRequest(_pull);

        Prepare("light and dark");
        Succeed(ApplyScope(merged, "db"));
        Fail(ApplyScope(merged, "web"));
        _bench.Log.ShouldContain("Nothing was applied.");
        Fail(ApplyScope(merged, "live", "--require-approval"));
        _bench.Log.ShouldContain("No plan was approved for this commit");

        Prepare("dark");
        Succeed(ApplyScope(merged, "web", "--require-approval"));
    }

    [Fact]
    public void Where_an_approval_is_required_it_is_said_why_none_can_be_found()
    {
        _bench.Token = null;

        Fail(Apply(_bench.Repo.Push("main"), "dark", "--require-approval"));

        _bench.Log.ShouldContain("there is no token for GitHub (GITHUB_TOKEN) to ask with");
    }

    [Fact]
    public void A_dry_run_is_not_stopped()
    {
        Show("GitOpsPullRequest");
        var merged = _bench.Repo.MergePullRequest(_pull);
        var asked = _bench.GitHub.Exchanges.Count;

        Apply(merged, "light and dark", "--server-dry-run");

        _bench.GitHub.Exchanges.Count.ShouldBe(asked);
        _bench.Log.ShouldNotContain("--accept=");
    }

    [Fact]
    public void A_direct_push_is_applied_unless_an_approval_is_required()
    {
        var sha = _bench.Repo.Push("main");
        Succeed(Apply(sha));

        Fail(Apply(sha, "dark", "--require-approval"));
        _bench.Log.ShouldContain("No plan was approved for this commit");
        Fail(Run("HelmfileApplyApproved", sha));
        _bench.Log.ShouldContain("No plan was approved for this commit");
        Applied.ShouldBe(1);
    }

    [Fact]
    public void A_plan_file_that_somebody_approved_is_an_approval()
    {
        var file = Path.Combine(_bench.Folder, "plan.json");
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));
        var sha = _bench.Repo.Push("main");
        Succeed(Run("HelmfileDiff", sha, $"--plan={file}"));
        var asked = _bench.GitHub.Exchanges.Count;

        Succeed(Apply(sha, "dark", "--require-approval", $"--approved={file}"));

        _bench.GitHub.Exchanges.Count.ShouldBe(asked);
    }

    [Fact]
    public void A_push_that_shows_its_own_plan_approves_nothing_with_it()
    {
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));
        var sha = _bench.Repo.MergePullRequest(_pull);

        Succeed(Run("GitOpsShown", sha));

        _bench.Repo.Statuses(sha).ShouldNotContain(status => status.Context == Plan);
    }

    [Fact]
    public void Outside_of_a_CI_system_GitHub_is_not_asked()
    {
        var place = _bench.Place("push", _bench.Repo.Push("main"));
        place.Remove("GITHUB_ACTIONS");
        Prepare("dark");

        Succeed(_bench.Run("HelmfileApply", place, "--current-context"));

        _bench.GitHub.Exchanges.ShouldBeEmpty();
        _bench.Log.ShouldNotContain("GitHub");
    }

    [Fact]
    public void Without_a_token_it_is_applied_and_GitHub_is_not_asked()
    {
        _bench.Token = null;

        Succeed(Apply(_bench.Repo.Push("main")));

        _bench.GitHub.Exchanges.ShouldBeEmpty();
    }

    [Fact]
    public void A_run_for_a_pull_request_is_held_to_nothing()
    {
        Prepare("dark");

        Succeed(_bench.Run("HelmfileApply", _bench.PullRequestPlace(_pull, _bench.Repo.Head("topic")), "--current-context"));

        _bench.GitHub.Exchanges.ShouldNotContain(exchange => exchange.Path.Contains("/commits/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_token_that_may_not_read_pull_requests_is_told_and_stops_only_what_requires_an_approval()
    {
        _bench.Token = _bench.GitHub.AddActionsToken(PipelineBench.Repository, "statuses=write");
        var sha = _bench.Repo.Push("main");

        Succeed(Apply(sha));
        _bench.Log.ShouldContain("Give the token the permission pull_requests=read");

        Fail(Apply(sha, "dark", "--require-approval"));
        _bench.Log.ShouldContain("Give the token the permission pull_requests=read");
        Applied.ShouldBe(1);
    }

    [Theory]
    [InlineData("GITHUB_REPOSITORY", "owner/elsewhere")]
    [InlineData("GITHUB_SHA", "0123456789012345678901234567890123456789")]
    public void A_repository_or_a_commit_that_GitHub_does_not_know_is_told_and_stops_only_what_requires_an_approval(string name, string value)
    {
        Prepare("dark");
        var place = _bench.Place("push", _bench.Repo.Push("main"), more: ("GITHUB_REF", "refs/heads/main"));
        place[name] = value;

        Succeed(_bench.Run("HelmfileApply", place, "--current-context"));
        _bench.Log.ShouldContain("it is not known whether a pull request showed another plan");

        Fail(_bench.Run("HelmfileApply", place, "--current-context", "--require-approval"));
        Applied.ShouldBe(1);
    }

    [Fact]
    public void A_GitHub_that_refuses_for_another_reason_stops_the_apply()
    {
        Show("GitOpsPullRequest");
        var merged = _bench.Repo.MergePullRequest(_pull);
        _bench.GitHub.Revoke(_bench.Token!);

        Fail(Apply(merged));

        _bench.Log.ShouldContain("Hand over a token that is valid");
        Applied.ShouldBe(0);
    }

    public void Dispose() => _bench.Dispose();

    private int Applied => _bench.Tools.Commands.Count(command => command.ToString().Contains(" apply", StringComparison.Ordinal));

    private void Show(string target)
    {
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));
        Succeed(_bench.Run(target, _bench.PullRequestPlace(_pull, _bench.Repo.Head("topic"))));
        _bench.Repo.Statuses(_bench.Repo.Head("topic")).ShouldContain(status => status.Context == Plan && status.Description!.StartsWith("digest "));
    }

    private int Apply(string sha, string? value = "dark", params string[] more)
    {
        Prepare(value);
        return Run("HelmfileApply", sha, more);
    }

    private void Prepare(string? value) => _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff(value)).On("helmfile", "apply", HelmfileTexts.Apply(value));

    private int ApplyScope(string sha, string scope, params string[] more) =>
        _bench.Run<ThreeScopes>("HelmfileApply", _bench.Place("push", sha, more: ("GITHUB_REF", "refs/heads/main")), ["--current-context", $"--scope={scope}", .. more]);

    private int Run(string target, string sha, params string[] more) =>
        _bench.Run(target, _bench.Place("push", sha, more: ("GITHUB_REF", "refs/heads/main")), ["--current-context", .. more]);

    private void Succeed(int exit) => exit.ShouldBe(0, _bench.Log);

    private void Fail(int exit) => exit.ShouldNotBe(0, _bench.Log);
}
