using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Deployments;
using GitOps.Cake.Testing.GitHub;

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
    public async Task A_commit_that_was_not_pushed_has_to_be_pushed_first()
    {
        _bench.Variables["GITHUB_SHA"] = new('b', 40);

        var failure = await Should.ThrowAsync<RemoteCallException>(() => Report(DeploymentState.Success));

        failure.Message.ShouldContain("GitHub does not have that commit: push it first");
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
    public async Task What_a_killed_run_left_open_is_ended_by_the_next_and_nothing_else_is()
    {
        var stranger = _bench.GitHub.AddUser("stranger");
        await Report(DeploymentState.InProgress);
        await Report(DeploymentState.InProgress, environment: "production");
        var job = _bench.Repo.AddDeployment(_bench.Head, "elsewhere");
        await _bench.Wait(new DeploymentReporter(_bench.Run(new() { Sha = _bench.Repo.Push("main"), Token = new(stranger) })).ReportAsync(
            new() { Environment = "staging", State = DeploymentState.Failure }, Stop));
        var next = _bench.Repo.Push("main");
        _bench.Variables["GITHUB_SHA"] = next;

        await Report(DeploymentState.InProgress);
        await Report(DeploymentState.Success);
        await Report(DeploymentState.InProgress, environment: "elsewhere");

        // By environment, in the order in which they were made.
        _bench.Repo.Deployments.Select(deployment => $"{deployment.Environment}: {string.Join(' ', deployment.States)}").ShouldBe(
            ["staging: in_progress error", "production: in_progress", "elsewhere: ", "staging: failure", "staging: in_progress success", "elsewhere: in_progress"]);
        _bench.GitHub.Exchanges.ShouldContain(exchange => exchange.Body != null && exchange.Body.Contains("interrupted: no end was reported before the run for "));
        _bench.Repo.Deployments[2].Id.ShouldBe(job);
    }

    [Fact]
    public async Task One_that_nothing_was_reported_of_is_ended_too_and_where_the_last_one_ended_none_is_asked_about()
    {
        // The machine is gone after the deployment was made.
        _bench.GitHub.Faults = (method, path) => method == "POST" && path.EndsWith("/statuses", StringComparison.Ordinal) ? throw new InvalidOperationException("gone") : FakeFault.None;
        await Should.ThrowAsync<InvalidOperationException>(() => Report(DeploymentState.InProgress));
        _bench.GitHub.Faults = (_, _) => FakeFault.None;
        await Next();
        await Next();

        var asked = _bench.GitHub.Exchanges.Count;
        await Next();

        _bench.Repo.Deployments.Select(deployment => string.Join(' ', deployment.States)).ShouldBe(["error", "in_progress success", "in_progress success", "in_progress success"]);
        _bench.GitHub.Exchanges.Skip(asked).Count(exchange => exchange.Method == "GET" && exchange.Path.EndsWith("/statuses", StringComparison.Ordinal)).ShouldBe(1);

        async Task Next()
        {
            _bench.Variables["GITHUB_SHA"] = _bench.Repo.Push("main");
            await Report(DeploymentState.InProgress);
            await Report(DeploymentState.Success);
        }
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
    [InlineData("v1", new string[0], new[] { "tag:v*", "main" }, "lets only the branches main be deployed")]
    [InlineData("v1", new string[0], new[] { "tag:v*" }, "lets only tags be deployed")]
    [InlineData("release/1", new string[0], new[] { "release**" }, "lets only the branches release** be deployed")]
    [InlineData("release/1/x", new string[0], new[] { "release/**/*" }, null)]
    [InlineData("release/1", new string[0], new[] { "release/**/*" }, null)]
    [InlineData("a/release", new string[0], new[] { "**/release" }, null)]
    [InlineData("a/releases", new string[0], new[] { "**/release" }, "lets only the branches **/release be deployed")]
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
    public async Task Nobody_waits_for_a_timer_or_asks_an_App_outside_of_GitHub_Actions()
    {
        _bench.Repo.AddEnvironment("slow", waitMinutes: 30);
        _bench.Repo.AddEnvironment("asked", apps: ["change-board"]);

        (await Refused("slow")).ShouldContain("wait for 30 minutes");
        (await Refused("asked")).ShouldContain("GitHub asks change-board before a deployment to asked");
    }

    [Theory]
    [InlineData("production/eu west")]
    [InlineData("Köln")]
    [InlineData("50%/a?b#c")]
    public async Task Names_with_slashes_spaces_and_signs_are_one_environments(string name)
    {
        _bench.Repo.AddEnvironment(name, ["alice"]);

        (await Refused(name)).ShouldContain("alice may approve");
        await Report(DeploymentState.InProgress, name);
        await Report(DeploymentState.Success, name);
        _bench.Repo.Deployments.ShouldHaveSingleItem().Environment.ShouldBe(name);
    }

    [Fact]
    public async Task An_environment_that_does_not_exist_protects_nothing() =>
        await _bench.Wait(new EnvironmentGuard(_bench.Run()).CheckAsync("nowhere", overrides: false, Stop));

    [Fact]
    public async Task In_GitHub_Actions_the_job_has_waited_already()
    {
        _bench.Repo.AddEnvironment("production", ["alice"]);
        _bench.Variables["GITHUB_ACTIONS"] = "true";

        await _bench.Wait(new EnvironmentGuard(_bench.Run()).CheckAsync("production", overrides: false, Stop));
    }

    public void Dispose() => _bench.Dispose();

    private async Task<string> Refused(string environment) =>
        (await Should.ThrowAsync<GitOpsException>(() => _bench.Wait(new EnvironmentGuard(_bench.Run(new() { Branch = "main" })).CheckAsync(environment, overrides: false, Stop)))).Message;

    private Task<DeploymentReport> Report(DeploymentState state, string environment = "staging") =>
        _bench.Wait(new DeploymentReporter(_bench.Run()).ReportAsync(new() { Environment = environment, State = state, Description = "words" }, Stop));
}
