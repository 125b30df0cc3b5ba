using GitOps.Cake.Testing.GitHub;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>What becomes of a plan after the merge: whole builds against a GitHub in memory.</summary>
public sealed class LifeOfAMerge : IDisposable
{
    private const string Apply = $"gitops/apply/{PipelineBench.Scope}";

    private readonly PipelineBench _bench = new();
    private readonly int _pull;

    public LifeOfAMerge() => _pull = _bench.Repo.OpenPullRequest("topic");

    [Theory]
    [InlineData(FakeMerge.Merge)]
    [InlineData(FakeMerge.Squash)]
    [InlineData(FakeMerge.Rebase)]
    [InlineData(FakeMerge.Queue)]
    public void What_was_shown_is_applied_however_it_is_merged(FakeMerge how)
    {
        Succeed(_bench.PullRequest(_pull));
        if (how == FakeMerge.Queue)
            _bench.Repo.QueuePullRequest(_pull);

        var merged = _bench.Repo.MergePullRequest(_pull, how);
        Succeed(_bench.Push(merged));

        _bench.Log.ShouldContain($"Pull request {_pull} was merged with the plan ");
        _bench.States(merged, Apply).ShouldBe("pending success");
        Status(merged).ShouldStartWith("Apply: 0 installed, 1 upgraded");
        var deployment = _bench.Repo.Deployments.ShouldHaveSingleItem();
        (deployment.Sha, deployment.Environment).ShouldBe((merged, "default"));
        deployment.States.ShouldBe(["in_progress", "success"]);
        var comments = _bench.Repo.Comments(_pull);
        comments.Length.ShouldBe(2);
        comments[1].Body.ShouldContain($"**Apply** for <code>{merged[..8]}</code>");
        _bench.Tools.Commands.ShouldContain(command => IsTest(command));
    }

    [Fact]
    public void Of_two_pull_requests_merged_in_a_row_the_second_stops_for_its_base_moved()
    {
        var second = _bench.Repo.OpenPullRequest("second");
        Succeed(_bench.PullRequest(_pull));
        Succeed(_bench.PullRequest(second, "light", sha: _bench.Repo.Head("second")));
        Succeed(_bench.Push(_bench.Repo.MergePullRequest(_pull)));

        var merged = _bench.Repo.MergePullRequest(second);
        Fail(_bench.Push(merged, "light and dark"));

        var stopped = _bench.Repo.Comments(second)[^1].Body;
        stopped.ShouldContain("**Nothing was applied: this is not the plan that was approved**");
        stopped.ShouldContain("plain → light and dark");
        Status(merged).ShouldContain("was approved");
        _bench.Tools.Commands.Count(command => command.ToString().Contains(" apply", StringComparison.Ordinal)).ShouldBe(1);
        _bench.Repo.Deployments[^1].States.ShouldBe(["in_progress", "failure"]);

        var digest = System.Text.RegularExpressions.Regex.Match(stopped, "--accept=([0-9a-f]{64})").Groups[1].Value;
        Succeed(_bench.Push(merged, "light and dark", $"--accept={digest}"));
        Fail(_bench.Push(merged, "yet another", $"--accept={digest}"));
    }

    [Fact]
    public void A_direct_push_is_applied_unless_the_scope_asks_for_an_approval()
    {
        var sha = _bench.Repo.Push("main");
        Succeed(_bench.Push(sha));
        _bench.States(sha, Apply).ShouldBe("pending success");

        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("light"));
        Fail(_bench.Run("ApprovedOnly", _bench.Place("push", sha, more: ("GITHUB_REF", "refs/heads/main")), "--current-context"));
        _bench.Log.ShouldContain("No plan was approved for this commit");
        _bench.Repo.Deployments.ShouldHaveSingleItem().States.ShouldBe(["in_progress", "success", "in_progress", "failure"]);

        // What changes nothing needs nobody to approve it.
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff(null)).On("helmfile", "apply", HelmfileTexts.Apply(null));
        Succeed(_bench.Run("ApprovedOnly", _bench.Place("push", sha, more: ("GITHUB_REF", "refs/heads/main")), "--current-context"));
    }

    [Fact]
    public void The_command_line_may_ask_for_the_approval()
    {
        Fail(_bench.Push(_bench.Repo.Push("main"), "dark", "--require-approval"));
        _bench.Log.ShouldContain("No plan was approved for this commit");

        Succeed(_bench.PullRequest(_pull));
        Succeed(_bench.Push(_bench.Repo.MergePullRequest(_pull), "dark", "--require-approval"));
    }

    [Fact]
    public void What_the_command_line_says_of_values_and_upgrades_is_followed()
    {
        Succeed(_bench.PullRequest(_pull, more: ["--set=mode=dark", "--include-needs"]));
        Succeed(_bench.Push(_bench.Repo.MergePullRequest(_pull), "dark", "--set=mode=dark", "--wait"));

        _bench.Tools.Commands.ShouldContain(command => IsOf(command, "diff") && command.ToString().Contains("--set mode=", StringComparison.Ordinal) && IsOf(command, "--include-needs"));
        _bench.Tools.Commands.ShouldContain(command => IsOf(command, "apply") && command.ToString().Contains("--set mode=", StringComparison.Ordinal) && IsOf(command, "--wait"));
    }

    [Fact]
    public void An_option_that_a_task_of_the_teams_own_does_not_follow_is_refused()
    {
        Fail(_bench.Run("ApprovedOnly", _bench.Place("push", _bench.Repo.Push("main")), "--current-context", "--set=mode=dark"));

        _bench.Log.ShouldContain("The option --set was given, but the settings of ApprovedOnly do not follow the command line.");
    }

    [Fact]
    public void An_apply_that_fails_before_anything_is_known_of_releases_is_told_on_the_pull_request()
    {
        var merged = _bench.Repo.MergePullRequest(_pull);
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark")).On("helmfile", "list", new("", "in ./helmfile.yaml: no such key\n", 1));

        Fail(_bench.Run("GitOpsMain", _bench.Place("push", merged, more: ("GITHUB_REF", "refs/heads/main")), "--current-context"));

        _bench.Repo.Comments(_pull).ShouldHaveSingleItem().Body.ShouldContain("no such key");
    }

    [Fact]
    public void A_pull_request_that_was_never_compared_is_applied_like_a_direct_push()
    {
        Succeed(_bench.Push(_bench.Repo.MergePullRequest(_pull)));

        _bench.Repo.Comments(_pull).ShouldHaveSingleItem().Body.ShouldContain("**Apply**");
    }

    [Fact]
    public void A_plan_that_somebody_else_says_was_approved_does_not_count()
    {
        Succeed(_bench.PullRequest(_pull));
        _bench.Token = _bench.GitHub.AddUser("another");

        Fail(_bench.Run("ApprovedOnly", _bench.Place("push", _bench.Repo.MergePullRequest(_pull), more: ("GITHUB_REF", "refs/heads/main")), "--current-context"));

        _bench.Log.ShouldContain("No plan was approved for this commit");
    }

    [Fact]
    public void What_changed_nothing_is_applied_whatever_was_approved()
    {
        Succeed(_bench.PullRequest(_pull));
        var merged = _bench.Repo.MergePullRequest(_pull);

        Succeed(_bench.Push(merged, value: null));

        Status(merged).ShouldStartWith("Apply: 0 installed, 0 upgraded");
        _bench.Tools.Commands.ShouldNotContain(command => IsTest(command));
    }

    [Fact]
    public void Tests_that_fail_fail_the_deployment_and_are_told()
    {
        _bench.Tools.On("helmfile", "test", HelmfileTexts.Test());
        var merged = _bench.Repo.MergePullRequest(_pull);

        Fail(_bench.Push(merged));

        _bench.Repo.Deployments.ShouldHaveSingleItem().States.ShouldBe(["in_progress", "failure"]);
        _bench.Repo.Comments(_pull)[^1].Body.ShouldContain("**Applied, but what was checked afterwards failed.**");
        _bench.States(merged, Apply).ShouldBe("pending failure");
    }

    [Fact]
    public void Outside_of_GitHub_Actions_a_protected_environment_stops_the_apply()
    {
        _bench.Repo.AddEnvironment("default", ["alice"]);
        var place = _bench.Place("push", _bench.Repo.Push("main"));
        place.Remove("GITHUB_ACTIONS");
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark")).On("helmfile", "apply", HelmfileTexts.Apply("dark"));

        Fail(_bench.Run("GitOpsMain", place, "--current-context", "--branch=main"));
        _bench.Log.ShouldContain("alice may approve a deployment");
        _bench.Repo.Deployments.ShouldBeEmpty();

        Succeed(_bench.Run("GitOpsMain", place, "--current-context", "--branch=main", "--override-environment-protection"));
        _bench.Log.ShouldContain("It is deployed all the same");
    }

    [Fact]
    public void A_comment_that_cannot_be_written_keeps_the_deployment_from_nothing()
    {
        Succeed(_bench.PullRequest(_pull));
        var merged = _bench.Repo.MergePullRequest(_pull);
        _bench.Token = _bench.GitHub.AddActionsToken(PipelineBench.Repository, "statuses=write", "deployments=write", "pull_requests=read", "contents=read", "checks=read");

        Fail(_bench.Push(merged));

        _bench.Log.ShouldContain("Give the token the permission issues=write");
        _bench.Repo.Deployments.ShouldHaveSingleItem().States.ShouldBe(["in_progress", "success"]);
    }

    [Fact]
    public void A_page_of_the_run_that_cannot_be_written_is_no_failure()
    {
        _bench.SummaryFile = Path.Combine(_bench.Folder, "not", "there", "summary.md");

        Succeed(_bench.PullRequest(_pull));
        Succeed(_bench.Push(_bench.Repo.MergePullRequest(_pull)));

        _bench.Log.ShouldContain("The step summary cannot be written");
    }

    [Fact]
    public void A_conversation_that_is_locked_after_the_merge_fails_no_deployment()
    {
        _bench.Token = _bench.GitHub.AddActionsToken(
            PipelineBench.Repository, "statuses=write", "deployments=write", "pull_requests=write", "contents=read", "checks=write", "actions=read");
        Succeed(_bench.PullRequest(_pull));
        var merged = _bench.Repo.MergePullRequest(_pull);
        _bench.Repo.LockConversation(_pull);

        Succeed(_bench.Push(merged));

        _bench.Log.ShouldContain($"The conversation of pull request {_pull} is locked");
        _bench.Repo.Deployments.ShouldHaveSingleItem().States.ShouldBe(["in_progress", "success"]);
    }

    private static bool IsTest(ToolCommand command) => IsOf(command, "test");

    private static bool IsOf(ToolCommand command, string word) => command.Arguments.Any(argument => argument.ToString() == word);

    public void Dispose() => _bench.Dispose();

    private void Succeed(int exit) => exit.ShouldBe(0, _bench.Log);

    private void Fail(int exit) => exit.ShouldNotBe(0, _bench.Log);

    private string Status(string sha) => _bench.Repo.Statuses(sha).Single(status => status.Context == Apply).Description!;
}
