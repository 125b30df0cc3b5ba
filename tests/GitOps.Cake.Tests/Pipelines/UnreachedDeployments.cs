using System.Runtime.InteropServices;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>Deployments and statuses of builds of a team's own in which a task fails before the one that reports: Cake does not come to that one.</summary>
public sealed class UnreachedDeployments : IDisposable
{
    private readonly PipelineBench _bench = new();
    private readonly string _sha;

    public UnreachedDeployments() => _sha = _bench.Repo.Push("main");

    private string Deployments => string.Join(", ", _bench.Repo.Deployments.Select(deployment => $"{deployment.Environment}: {string.Join(' ', deployment.States)}"));

    [Fact]
    public void An_apply_that_fails_is_a_failed_deployment_with_the_release_and_why()
    {
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark")).On("helmfile", "apply", HelmfileTexts.FailedApply());

        Fail(_bench.OnMain("GitOpsDeployed", _sha));

        Deployments.ShouldBe("default: failure");
        Told("shop/api failed: ");
        _bench.Log.ShouldContain("UPGRADE FAILED: context deadline exceeded");
    }

    [Fact]
    public void An_apply_that_fails_before_anything_is_known_of_releases_says_why()
    {
        _bench.Tools.On("helmfile", "list", new("", "in ./helmfile.yaml: no such key\n", 1));

        Fail(_bench.OnMain("GitOpsDeployed", _sha));

        Deployments.ShouldBe("default: failure");
        Told("HelmfileApply: ");
    }

    [Theory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    public void An_apply_that_is_interrupted_is_an_error(PosixSignal signal)
    {
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark")).On(
            command =>
            {
                if (Path.GetFileName(command.Program) != "helmfile" || !command.Arguments.Any(argument => argument.ToString() == "apply"))
                    return false;

                _bench.Interruption!.Raise(signal);
                _bench.Interruption.Token.WaitHandle.WaitOne();
                throw new OperationCanceledException(_bench.Interruption.Token);
            },
            new());

        Fail(_bench.OnMain("GitOpsDeployed", _sha));

        Deployments.ShouldBe("default: error");
    }

    [Fact]
    public void An_apply_after_which_something_fails_is_a_failed_deployment_that_names_it()
    {
        _bench.Prepare("dark");

        Fail(_bench.OnMain("GitOpsVerified", _sha));

        Deployments.ShouldBe("default: failure");
        Told("TeamBreaks: the disk is full");
    }

    [Fact]
    public void An_apply_that_never_began_is_no_deployment()
    {
        _bench.Prepare("dark");

        Fail(_bench.OnMain("GitOpsNeverApplied", _sha));

        _bench.Repo.Deployments.ShouldBeEmpty();
    }

    [Fact]
    public void An_apply_that_the_rules_of_its_environment_do_not_allow_is_no_deployment()
    {
        _bench.Repo.AddEnvironment("default", ["alice"]);
        _bench.Prepare("dark");
        var place = _bench.Place("push", _sha);
        place.Remove("GITHUB_ACTIONS");

        Fail(_bench.Run("GitOpsDeployed", place, "--current-context", "--branch=main"));

        _bench.Log.ShouldContain("alice may approve a deployment");
        _bench.Repo.Deployments.ShouldBeEmpty();
    }

    [Fact]
    public void Of_several_scopes_each_environment_has_what_became_of_its_own()
    {
        _bench.Prepare("dark");
        _bench.Tools.On(command => IsApply(command) && command.ToString().Contains("live/helmfile.yaml", StringComparison.Ordinal), HelmfileTexts.FailedApply());

        Fail(_bench.Run<ThreeScopes>("GitOpsDeployed", _bench.Place("push", _sha), "--current-context"));

        Deployments.ShouldBe("staging: success, production: failure", _bench.Log);
    }

    [Fact]
    public void A_scope_that_was_not_tried_is_no_deployment()
    {
        _bench.Prepare("dark");
        _bench.Tools.On(command => IsApply(command) && command.ToString().Contains("db/helmfile.yaml", StringComparison.Ordinal), HelmfileTexts.FailedApply());

        Fail(_bench.Run<ThreeScopes>("GitOpsDeployed", _bench.Place("push", _sha), "--current-context"));

        Deployments.ShouldBe("staging: failure");
        Told("1 of 2 scopes: db: shop/api failed: ");
    }

    [Theory]
    [InlineData("TeamTold", "default: in_progress failure")]
    [InlineData("TeamUnannounced", "")]
    public void A_deployment_by_a_program_of_the_teams_own_ends_where_it_was_announced(string target, string deployments)
    {
        Fail(_bench.Run(target, _bench.Place("push", _sha)));

        Deployments.ShouldBe(deployments);
    }

    [Fact]
    public void A_status_around_a_target_whose_dependency_fails_says_which_and_why()
    {
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark")).On("helmfile", "apply", HelmfileTexts.FailedApply());

        Fail(_bench.OnMain("GitOpsUmbrella", _sha));

        var status = _bench.Repo.Statuses(_sha).Single(status => status.Context == "deploy/umbrella");
        status.State.ShouldBe("failure");
        status.Description.ShouldStartWith("HelmfileApply: shop/api failed: ");
    }

    [Fact]
    public void A_status_that_was_to_be_a_success_ends_as_a_failure()
    {
        Fail(_bench.Run("TeamDone", _bench.Place("push", _sha)));

        _bench.States(_sha, "team/own").ShouldBe("pending failure");
        _bench.Repo.Statuses(_sha).ShouldHaveSingleItem().Description.ShouldBe("TeamBreaks: the disk is full");
    }

    [Fact]
    public void What_is_run_alone_is_not_what_it_depends_on()
    {
        Fail(_bench.Run("TeamTold", _bench.Place("push", _sha), "--exclusive", "--require-github", "--repository=nobody"));

        _bench.Repo.Deployments.ShouldBeEmpty();
    }

    [Fact]
    public void Targets_that_the_command_line_names_one_after_another_are_one_run()
    {
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark")).On("helmfile", "apply", HelmfileTexts.FailedApply());

        Fail(_bench.OnMain("HelmfileApply", _sha, "--target=ReportDeployment"));

        Deployments.ShouldBe("default: failure");
    }

    public void Dispose() => _bench.Dispose();

    private static bool IsApply(ToolCommand command) =>
        Path.GetFileName(command.Program) == "helmfile" && command.Arguments.Any(argument => argument.ToString() == "apply");

    private void Told(string description) => _bench.GitHub.Exchanges.ShouldContain(exchange =>
        exchange.Path.EndsWith("/statuses", StringComparison.Ordinal) && exchange.Body != null && exchange.Body.Contains($"\"description\":\"{description}", StringComparison.Ordinal), _bench.Log);

    private void Fail(int exit) => exit.ShouldNotBe(0, _bench.Log);
}
