using GitOps.Cake.Testing.GitHub;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>Comments and checks of builds of a team's own in which a task fails before the one that shows the plan.</summary>
public sealed class UnreachedPlans : IDisposable
{
    private const string Plan = $"gitops/plan/{PipelineBench.Scope}";

    private readonly PipelineBench _bench = new();
    private readonly int _pull;

    public UnreachedPlans()
    {
        _pull = _bench.Repo.OpenPullRequest("topic");
        _bench.Token = _bench.GitHub.AddActionsToken(PipelineBench.Repository, "checks=write", "statuses=write", "pull_requests=write", "contents=read");
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark"));
    }

    private string Head => _bench.Repo.Head("topic");

    private FakeComment Comment => _bench.Repo.Comments(_pull).ShouldHaveSingleItem();

    [Fact]
    public void A_comparison_that_fails_shows_why_with_the_old_plan_folded_and_takes_the_digest_back()
    {
        Run("GitOpsShown").ShouldBe(0, _bench.Log);
        var first = Head;
        _bench.Repo.Push("topic");
        _bench.Tools.On("helmfile", "list", new("", "in ./helmfile.yaml: error during helmfile.yaml.part.0 parsing: no such key\n", 1));

        Fail(Run("GitOpsShown"));

        Comment.Body.ShouldContain("failed.** What an apply would change is not known.");
        Comment.Body.ShouldContain("no such key");
        Comment.Body.ShouldContain($"<summary>The last plan of <code>{first[..8]}</code></summary>");
        Status(Plan).ShouldBe("failure: There is no plan");
    }

    [Fact]
    public void A_plan_that_is_partial_is_shown_with_what_was_not_compared()
    {
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Refused());

        Fail(Run("GitOpsShown"));

        Comment.Body.ShouldContain("**This plan is partial and cannot be approved.**");
        Comment.Body.ShouldContain("set owner");
        Status(Plan).ShouldStartWith("failure: The plan is partial");
    }

    [Fact]
    public void What_fails_between_the_comparison_and_its_reports_stands_before_the_plan_and_nothing_is_approved()
    {
        Fail(Run("GitOpsObjected"));

        Comment.Body.ShouldContain("**This plan may not be applied.**");
        Comment.Body.ShouldContain("TeamBreaks: the disk is full");
        Comment.Body.ShouldContain("plain → dark");
        Comment.Body.ShouldNotContain("hunter2");
        Status(Plan).ShouldBe("failure: The plan may not be applied");
        var check = _bench.Repo.Checks(Head).ShouldHaveSingleItem();
        (check.Name, check.Conclusion, check.Title).ShouldBe(($"gitops/check/{PipelineBench.Scope}", "failure", "TeamBreaks: the disk is full"));
        check.Text!.ShouldContain("plain → dark");
    }

    [Fact]
    public void Where_nothing_was_compared_the_task_that_failed_is_named()
    {
        Fail(Run("GitOpsNeverCompared"));

        Comment.Body.ShouldContain("was not compared, because <code>TeamBreaks</code> failed.** What an apply would change is not known.");
        Status(Plan).ShouldBe("failure: There is no plan");
    }

    [Fact]
    public void Of_several_scopes_those_that_were_compared_are_shown_and_checked_as_ever()
    {
        _bench.Tools.On(command => IsOf(command, "list") && command.ToString().Contains("db/helmfile.yaml", StringComparison.Ordinal), new("", "in ./helmfile.yaml: no such key\n", 1));

        Fail(_bench.Run<ThreeScopes>("GitOpsReports", _bench.PullRequestPlace(_pull, Head)));

        _bench.Repo.Checks(Head).Select(check => $"{check.Name} {check.Conclusion}").ShouldBe(["gitops/check/web success", "gitops/check/db failure", "gitops/check/live success"], _bench.Log);
        var staging = _bench.Repo.Comments(_pull)[0].Body;
        staging.ShouldContain("Plan of <code>web</code>");
        staging.ShouldContain("no such key");
        _bench.Repo.Statuses(Head).Select(status => $"{status.Context} {status.State}").Order().ShouldBe(["gitops/plan/db failure", "gitops/plan/live success", "gitops/plan/web success"]);
    }

    [Fact]
    public void One_check_of_all_scopes_is_a_failure_that_says_of_which_nothing_is_known()
    {
        _bench.Tools.On(command => IsOf(command, "list") && command.ToString().Contains("db/helmfile.yaml", StringComparison.Ordinal), new("", "in ./helmfile.yaml: no such key\n", 1));

        Fail(_bench.Run<ThreeScopes>("GitOpsReports", _bench.PullRequestPlace(_pull, Head), "--check-per=run"));

        var check = _bench.Repo.Checks(Head).ShouldHaveSingleItem();
        (check.Name, check.Conclusion).ShouldBe(("gitops/check", "failure"));
        check.Text!.ShouldContain("| <code>db</code> | **nothing is known");
    }

    [Fact]
    public void A_report_that_cannot_be_made_hurts_no_plan()
    {
        _bench.Token = _bench.GitHub.AddActionsToken(PipelineBench.Repository, "statuses=write", "pull_requests=write", "contents=read");

        Fail(_bench.Run<ThreeScopes>("GitOpsReports", _bench.PullRequestPlace(_pull, Head)));

        _bench.Log.Contains("Give the token the permission checks=write", StringComparison.Ordinal).ShouldBeTrue(_bench.Log);
        _bench.Repo.Comments(_pull)[0].Body.ShouldNotContain("may not be applied");
        _bench.Repo.Statuses(Head).ShouldAllBe(status => status.State == "success");
    }

    public void Dispose() => _bench.Dispose();

    private static bool IsOf(ToolCommand command, string word) =>
        Path.GetFileName(command.Program) == "helmfile" && command.Arguments.Any(argument => argument.ToString() == word);

    private int Run(string target) => _bench.Run(target, _bench.PullRequestPlace(_pull, Head));

    private void Fail(int exit) => exit.ShouldNotBe(0, _bench.Log);

    private string Status(string context) => _bench.Repo.Statuses(Head).Where(status => status.Context == context).Select(status => $"{status.State}: {status.Description}").Single();
}
