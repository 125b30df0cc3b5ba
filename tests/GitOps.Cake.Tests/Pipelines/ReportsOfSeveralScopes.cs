namespace GitOps.Cake.Tests.Pipelines;

/// <summary>The tasks that report what other tasks of the run published, in a build of several scopes.</summary>
public sealed class ReportsOfSeveralScopes : IDisposable
{
    private readonly PipelineBench _bench = new();
    private readonly int _pull;

    public ReportsOfSeveralScopes()
    {
        _pull = _bench.Repo.OpenPullRequest("topic");
        _bench.Token = _bench.GitHub.AddActionsToken(PipelineBench.Repository, "checks=write", "statuses=write", "deployments=write", "pull_requests=write", "contents=read");
        _bench.Tools.On("helmfile", "diff", HelmfileTexts.Diff("dark")).On("helmfile", "apply", HelmfileTexts.Apply("dark"));
    }

    private string Head => _bench.Repo.Head("topic");

    [Fact]
    public void Each_scope_has_a_check_and_each_environment_a_comment()
    {
        Run("GitOpsReports").ShouldBe(0, _bench.Log);

        _bench.Repo.Checks(Head).Select(check => $"{check.Name} {check.Conclusion}").ShouldBe(["gitops/check/web success", "gitops/check/db success", "gitops/check/live success"]);
        _bench.Repo.Comments(_pull).Select(comment => comment.Body.Contains("Plan of <code>db</code>", StringComparison.Ordinal)).ShouldBe([true, false]);
    }

    [Fact]
    public void By_choice_one_check_tells_of_all()
    {
        Run("GitOpsReports", "--check-per=run").ShouldBe(0, _bench.Log);

        var check = _bench.Repo.Checks(Head).ShouldHaveSingleItem();
        (check.Name, check.Title).ShouldBe(("gitops/check", "3 scopes, 3 of them with changes"));
        check.Text!.ShouldContain("| <code>live</code> | Plan: 0 to install");
        check.Text!.ShouldContain("### Plan of <code>web</code>");
    }

    [Theory]
    [InlineData("gitops/check/web success, gitops/check/db success, gitops/check/live success")]
    [InlineData("gitops/check success", "--check-per=run")]
    public void What_is_not_affected_is_a_success_too(string checks, params string[] more)
    {
        _bench.Change("README.md");

        Run("GitOpsReports", ["--affected", .. more]).ShouldBe(0, _bench.Log);

        string.Join(", ", _bench.Repo.Checks(Head).Select(check => $"{check.Name} {check.Conclusion}")).ShouldBe(checks);
        _bench.Repo.Comments(_pull).ShouldBeEmpty();
    }

    [Fact]
    public void A_task_of_the_teams_own_runs_for_each_scope_where_it_reads_the_scope_at_hand()
    {
        Run("GitOpsTeamCheck").ShouldBe(0, _bench.Log);
        Run("GitOpsOneCheck").ShouldBe(0, _bench.Log);

        _bench.Repo.Checks(Head).Select(check => $"{check.Name}: {check.Title}").ShouldBe(["team/web: staging", "team/db: staging", "team/live: production", "team: 3 plans"]);
    }

    [Fact]
    public void Each_environment_has_a_deployment()
    {
        Run("GitOpsDeployed", "--current-context").ShouldBe(0, _bench.Log);

        _bench.Repo.Deployments.Select(deployment => $"{deployment.Environment}: {string.Join(' ', deployment.States)}").ShouldBe(["staging: success", "production: success"]);
        _bench.GitHub.Exchanges.ShouldContain(exchange => exchange.Body != null && exchange.Body.Contains("2 scopes: web, db", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_plan_the_report_says_what_to_run_before_it()
    {
        Run("ReportCheck").ShouldNotBe(0);
        _bench.Log.ShouldContain("Make this task depend on one that does");

        Run("ReportCheck", "--check-per=run").ShouldNotBe(0);
        _bench.Log.ShouldContain("Make this task depend on one that does");
    }

    public void Dispose() => _bench.Dispose();

    private int Run(string target, params string[] more) => _bench.Run<ThreeScopes>(target, _bench.PullRequestPlace(_pull, Head), more);
}
