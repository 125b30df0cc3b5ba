namespace GitOps.Cake.Tests.Pipelines;

/// <summary>Whatever a run reports as a deployment keeps to the rules of its environment on GitHub before anything is changed.</summary>
public sealed class KeepingToEnvironments : IDisposable
{
    private readonly PipelineBench _bench = new();

    [Theory]
    [InlineData("GitOpsMain")]
    [InlineData("GitOpsDeployed")]
    [InlineData("GitOpsSynced")]
    [InlineData("GitOpsDestroyed")]
    [InlineData("TeamAnnounce")]
    public void Where_somebody_has_to_approve_it_stops_before_anything_is_changed(string target)
    {
        _bench.Repo.AddEnvironment("default", ["alice"]);

        Fail(Run(target));

        _bench.Log.ShouldContain("alice may approve a deployment");
        _bench.Log.ShouldContain("'environment: default'");
        _bench.Log.ShouldContain("--override-environment-protection");
        _bench.Repo.Deployments.ShouldBeEmpty();
        Changed.ShouldBe(0);
    }

    [Theory]
    [InlineData("main", true)]
    [InlineData("topic", false)]
    public void The_branches_that_may_be_deployed_are_asked(string branch, bool isAllowed)
    {
        _bench.Repo.AddEnvironment("default", branches: ["main"]);

        (Run("GitOpsDeployed", $"--branch={branch}") == 0).ShouldBe(isAllowed, _bench.Log);

        Changed.ShouldBe(isAllowed ? 1 : 0);
        _bench.Repo.Deployments.Length.ShouldBe(isAllowed ? 1 : 0);
    }

    [Theory]
    [InlineData("GitOpsMain")]
    [InlineData("GitOpsDeployed")]
    [InlineData("TeamAnnounce")]
    public void Who_answers_for_it_overrides_the_rules_and_the_log_says_so(string target)
    {
        _bench.Repo.AddEnvironment("default", ["alice"]);

        Succeed(Run(target, "--override-environment-protection"));

        _bench.Log.ShouldContain("It is deployed all the same: --override-environment-protection was given.");
        _bench.Repo.Deployments.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_environment_that_the_team_names_is_the_one_that_is_asked()
    {
        _bench.Repo.AddEnvironment("default", ["alice"]);
        _bench.Repo.AddEnvironment("customers", ["bob"]);

        Fail(Run("GitOpsNamed"));

        _bench.Log.ShouldContain("bob may approve a deployment");
        _bench.Log.ShouldNotContain("alice");
        Changed.ShouldBe(0);
    }

    [Theory]
    [InlineData("GitOpsMain")]
    [InlineData("GitOpsDeployed")]
    public void A_token_that_may_not_read_the_rules_is_no_yes(string target)
    {
        _bench.Repo.AddEnvironment("default", ["alice"]);
        _bench.Token = _bench.GitHub.AddActionsToken(
            PipelineBench.Repository, "statuses=write", "deployments=write", "pull_requests=write", "contents=read", "checks=write");

        Fail(Run(target));
        _bench.Log.ShouldContain("Give the token the permission actions=read");
        Changed.ShouldBe(0);

        Succeed(Run(target, "--override-environment-protection"));
    }

    [Fact]
    public void In_GitHub_Actions_the_job_has_waited_already()
    {
        _bench.Repo.AddEnvironment("default", ["alice"]);
        _bench.Prepare("dark");

        Succeed(_bench.OnMain("GitOpsDeployed", _bench.Repo.Push("main")));

        AskedForEnvironments.ShouldBeFalse();
        Changed.ShouldBe(1);
    }

    [Fact]
    public void Without_a_token_nobody_is_asked()
    {
        _bench.Repo.AddEnvironment("default", ["alice"]);
        _bench.Token = null;

        Succeed(Run("GitOpsDeployed"));

        _bench.GitHub.Exchanges.ShouldBeEmpty();
        Changed.ShouldBe(1);
    }

    [Theory]
    [InlineData("GitOpsMain")]
    [InlineData("GitOpsDeployed")]
    public void A_dry_run_asks_for_nothing(string target)
    {
        _bench.Repo.AddEnvironment("default", ["alice"]);

        Run(target, "--server-dry-run");

        _bench.Log.ShouldContain("DryRun is nothing that helmfile can do");
        AskedForEnvironments.ShouldBeFalse();
    }

    [Fact]
    public void A_dry_run_is_reported_as_no_deployment()
    {
        Succeed(Run("TeamTriedOut"));

        _bench.Log.ShouldContain("It was a dry run, which deploys nothing");
        _bench.Repo.Deployments.ShouldBeEmpty();
    }

    [Fact]
    public void An_apply_that_is_reported_as_no_deployment_is_no_affair_of_an_environment()
    {
        _bench.Repo.AddEnvironment("default", ["alice"]);

        Succeed(Run("HelmfileApply"));

        AskedForEnvironments.ShouldBeFalse();
    }

    public void Dispose() => _bench.Dispose();

    private int Changed => _bench.Tools.Commands.Count(command => command.Arguments.Any(argument => argument.ToString() is "apply" or "sync" or "destroy"));

    private bool AskedForEnvironments => _bench.GitHub.Exchanges.Any(exchange => exchange.Path.Contains("/environments/", StringComparison.Ordinal));

    // A CI system that is not GitHub's.
    private int Run(string target, params string[] more)
    {
        _bench.Prepare("dark");
        var place = _bench.Place("push", _bench.Repo.Push("main"));
        place.Remove("GITHUB_ACTIONS");
        string[] scope = target.StartsWith("Team", StringComparison.Ordinal) ? [] : ["--current-context"];
        string[] branch = more.Any(option => option.StartsWith("--branch", StringComparison.Ordinal)) ? [] : ["--branch=main"];
        return _bench.Run(target, place, [.. scope, .. branch, .. more]);
    }

    private void Succeed(int exit) => exit.ShouldBe(0, _bench.Log);

    private void Fail(int exit) => exit.ShouldNotBe(0, _bench.Log);
}
