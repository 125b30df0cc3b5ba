using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Deployments;

namespace GitOps.Cake.Tests.GitHub;

public sealed class ReportingDeployments : IDisposable
{
    private readonly GitHubBench _bench = new();

    public ReportingDeployments() => _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddUser("somebody");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_deployment_goes_from_state_to_state()
    {
        await Report(DeploymentState.InProgress);
        await Report(DeploymentState.Success);

        var deployment = _bench.Repo.Deployments.ShouldHaveSingleItem();
        (deployment.Sha, deployment.Environment).ShouldBe((_bench.Head, "staging"));
        deployment.States.ShouldBe(["in_progress", "success"]);
    }

    [Fact]
    public async Task The_deployment_that_a_job_of_GitHub_Actions_has_is_used()
    {
        var id = _bench.Repo.AddDeployment(_bench.Head, "staging");

        (await Report(DeploymentState.Success)).Id.ShouldBe(id);

        _bench.Repo.Deployments.ShouldHaveSingleItem().States.ShouldBe(["success"]);
    }

    [Fact]
    public async Task Another_environment_or_commit_has_a_deployment_of_its_own()
    {
        _bench.Repo.AddDeployment(_bench.Head, "production");
        _bench.Repo.AddDeployment(_bench.Repo.Push("main"), "staging");

        await Report(DeploymentState.Success);

        _bench.Repo.Deployments.Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_status_that_is_red_or_pending_does_not_keep_it_from_being_reported()
    {
        await _bench.Wait(_bench.Run().Statuses.OpenAsync(new() { State = CommitState.Pending, Context = "x" }, Stop));

        await Report(DeploymentState.Success);

        _bench.Repo.Deployments.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("main", new string[0], new string[0], null)]
    [InlineData("main", new[] { "alice", "bob" }, new string[0], "alice, bob may approve a deployment")]
    [InlineData("main", new string[0], new[] { "main", "release/*" }, null)]
    [InlineData("release/1", new string[0], new[] { "main", "release/*" }, null)]
    [InlineData("release/1/x", new string[0], new[] { "release/*" }, "lets only the branches release/* be deployed")]
    [InlineData("topic", new string[0], new[] { "main" }, "lets only the branches main be deployed")]
    public async Task Outside_of_GitHub_Actions_the_rules_of_the_environment_are_kept(string branch, string[] reviewers, string[] branches, string? problem)
    {
        _bench.Repo.AddEnvironment("production", reviewers, branches);
        var guard = new EnvironmentGuard(_bench.Run(new() { Branch = branch }));
        if (problem is null)
        {
            await _bench.Wait(guard.CheckAsync("production", overrides: false, Stop));
            return;
        }

        var failure = await Should.ThrowAsync<GitOpsException>(() => _bench.Wait(guard.CheckAsync("production", overrides: false, Stop)));
        failure.Message.ShouldContain(problem);
        failure.Message.ShouldContain("--override-environment-protection");

        await _bench.Wait(guard.CheckAsync("production", overrides: true, Stop));
        _bench.Log.Warnings.ShouldHaveSingleItem().ShouldContain("deployed all the same");
    }

    [Fact]
    public async Task In_GitHub_Actions_the_job_has_waited_already()
    {
        _bench.Repo.AddEnvironment("production", ["alice"]);
        _bench.Variables["GITHUB_ACTIONS"] = "true";

        await _bench.Wait(new EnvironmentGuard(_bench.Run()).CheckAsync("production", overrides: false, Stop));
    }

    public void Dispose() => _bench.Dispose();

    private Task<DeploymentReport> Report(DeploymentState state) =>
        _bench.Wait(new DeploymentReporter(_bench.Run()).ReportAsync(new() { Environment = "staging", State = state, Description = "words" }, Stop));
}
