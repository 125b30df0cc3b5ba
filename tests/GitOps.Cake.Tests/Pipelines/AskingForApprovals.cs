namespace GitOps.Cake.Tests.Pipelines;

/// <summary>When an apply in a build of the team's own asks GitHub what was approved, and what it does where GitHub does not tell.</summary>
public sealed class AskingForApprovals : IDisposable
{
    private readonly PipelineBench _bench = new();
    private readonly int _pull;

    public AskingForApprovals() => _pull = _bench.Repo.OpenPullRequest("topic");

    [Fact]
    public void Where_an_approval_is_required_it_is_said_why_none_can_be_found()
    {
        _bench.Token = null;

        Fail(_bench.Apply(_bench.Repo.Push("main"), "dark", "--require-approval"));

        _bench.Log.ShouldContain("there is no token for GitHub (GITHUB_TOKEN) to ask with");
    }

    [Fact]
    public void A_dry_run_is_not_stopped()
    {
        Succeed(_bench.PullRequest(_pull));
        var merged = _bench.Repo.MergePullRequest(_pull);
        var asked = _bench.GitHub.Exchanges.Count;

        _bench.Apply(merged, "light and dark", "--server-dry-run");

        _bench.GitHub.Exchanges.Count.ShouldBe(asked);
        _bench.Log.ShouldNotContain("--accept=");
    }

    [Fact]
    public void A_plan_file_that_somebody_approved_is_an_approval()
    {
        var file = Path.Combine(_bench.Folder, "plan.json");
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));
        var sha = _bench.Repo.Push("main");
        Succeed(_bench.OnMain("HelmfileDiff", sha, $"--plan={file}"));
        var asked = _bench.GitHub.Exchanges.Count;

        Succeed(_bench.Apply(sha, "dark", "--require-approval", $"--approved={file}"));

        _bench.GitHub.Exchanges.Count.ShouldBe(asked);
    }

    [Fact]
    public void Outside_of_a_CI_system_GitHub_is_not_asked()
    {
        var place = _bench.Place("push", _bench.Repo.Push("main"));
        place.Remove("GITHUB_ACTIONS");
        _bench.Prepare("dark");

        Succeed(_bench.Run("HelmfileApply", place, "--current-context"));

        _bench.GitHub.Exchanges.ShouldBeEmpty();
        _bench.Log.ShouldNotContain("GitHub");
    }

    [Fact]
    public void Without_a_token_it_is_applied_and_GitHub_is_not_asked()
    {
        _bench.Token = null;

        Succeed(_bench.Apply(_bench.Repo.Push("main")));

        _bench.GitHub.Exchanges.ShouldBeEmpty();
    }

    [Fact]
    public void A_run_for_a_pull_request_is_held_to_nothing()
    {
        _bench.Prepare("dark");

        Succeed(_bench.Run("HelmfileApply", _bench.PullRequestPlace(_pull, _bench.Repo.Head("topic")), "--current-context"));

        _bench.GitHub.Exchanges.ShouldNotContain(exchange => exchange.Path.Contains("/commits/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_token_that_may_not_read_pull_requests_is_told_and_stops_only_what_requires_an_approval()
    {
        _bench.Token = _bench.GitHub.AddActionsToken(PipelineBench.Repository, "statuses=write");
        var sha = _bench.Repo.Push("main");

        Succeed(_bench.Apply(sha));
        _bench.Log.ShouldContain("Give the token the permission pull_requests=read");

        Fail(_bench.Apply(sha, "dark", "--require-approval"));
        _bench.Log.ShouldContain("Give the token the permission pull_requests=read");
        _bench.Applied.ShouldBe(1);
    }

    [Theory]
    [InlineData("GITHUB_REPOSITORY", "owner/elsewhere")]
    [InlineData("GITHUB_SHA", "0123456789012345678901234567890123456789")]
    public void A_repository_or_a_commit_that_GitHub_does_not_know_is_told_and_stops_only_what_requires_an_approval(string name, string value)
    {
        _bench.Prepare("dark");
        var place = _bench.Place("push", _bench.Repo.Push("main"), more: ("GITHUB_REF", "refs/heads/main"));
        place[name] = value;

        Succeed(_bench.Run("HelmfileApply", place, "--current-context"));
        _bench.Log.ShouldContain("it is not known whether a pull request showed another plan");

        Fail(_bench.Run("HelmfileApply", place, "--current-context", "--require-approval"));
        _bench.Applied.ShouldBe(1);
    }

    [Fact]
    public void A_GitHub_that_refuses_for_another_reason_stops_the_apply()
    {
        Succeed(_bench.PullRequest(_pull));
        var merged = _bench.Repo.MergePullRequest(_pull);
        _bench.GitHub.Revoke(_bench.Token!);

        Fail(_bench.Apply(merged));

        _bench.Log.ShouldContain("Hand over a token that is valid");
        _bench.Applied.ShouldBe(0);
    }

    [Fact]
    public void A_plan_that_another_identity_showed_is_told_instead_of_being_passed_over_in_silence()
    {
        Succeed(_bench.PullRequest(_pull));
        _bench.Token = _bench.GitHub.AddUser("deployer");

        Succeed(_bench.Apply(_bench.Repo.MergePullRequest(_pull), "light and dark"));

        _bench.Log.ShouldContain($"gitops/plan/{PipelineBench.Scope} was set on the pull request by somebody, and this run is deployer on GitHub.");
    }

    public void Dispose() => _bench.Dispose();

    private void Succeed(int exit) => exit.ShouldBe(0, _bench.Log);

    private void Fail(int exit) => exit.ShouldNotBe(0, _bench.Log);
}
