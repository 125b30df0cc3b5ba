using System.Runtime.InteropServices;
using GitOps.Cake.GitHub;
using GitOps.Cake.Testing.GitHub;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.GitHub;

public sealed class EndingPendingStatuses : IDisposable
{
    private static readonly CommitStatusSettings Pending = new() { State = CommitState.Pending, Context = "deploy/staging", Description = "running" };

    private readonly GitHubBench _bench = new();

    public EndingPendingStatuses() => _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddUser("somebody");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_status_goes_from_pending_to_what_became_of_it()
    {
        var run = _bench.Run();
        var open = await _bench.Wait(run.Statuses.OpenAsync(Pending, Stop));
        State().ShouldBe("pending");

        await _bench.Wait(run.Statuses.CloseAsync(open, CommitState.Success, "done", Stop));

        _bench.Repo.AllStatuses(_bench.Head).Select(status => status.State).ShouldBe(["pending", "success"]);
    }

    [Theory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    public async Task The_first_signal_ends_it_as_interrupted_and_nothing_overwrites_that(PosixSignal signal)
    {
        using var interruption = new Interruption(new() { Register = false, Time = _bench.Clock, Exit = _ => { } });
        var run = _bench.Run(interruption: interruption);
        var open = await _bench.Wait(run.Statuses.OpenAsync(Pending, Stop));

        interruption.Raise(signal);
        while (!_bench.GitHub.Exchanges.Any(exchange => exchange.Body?.Contains("interrupted", StringComparison.Ordinal) == true))
            await Task.Yield();

        await _bench.Wait(run.Statuses.Closing);
        await _bench.Wait(run.Statuses.CloseAsync(open, CommitState.Success, "done after all", Stop));

        _bench.Repo.Statuses(_bench.Head).ShouldHaveSingleItem().ShouldBe(new FakeStatus("deploy/staging", "error", "interrupted", null, "somebody"));
    }

    [Fact]
    public async Task What_a_killed_run_left_pending_is_ended_by_the_next()
    {
        var stranger = _bench.GitHub.AddUser("stranger");
        await _bench.Wait(_bench.Run().Statuses.OpenAsync(Pending, Stop));
        await _bench.Wait(_bench.Run().Statuses.OpenAsync(Pending with { Context = "deploy/production" }, Stop));
        await _bench.Wait(_bench.Run(new() { Token = new(stranger) }).Statuses.OpenAsync(Pending with { Context = "other" }, Stop));
        var next = _bench.Repo.Push("main");
        _bench.Variables["GITHUB_SHA"] = next;

        var run = _bench.Run();
        await _bench.Wait(run.Statuses.OpenAsync(Pending, Stop));

        State().ShouldBe("error");
        _bench.Repo.Statuses(_bench.Head).Single(status => status.Context == "deploy/staging").Description.ShouldBe($"interrupted: no end was reported before the run for {next[..8]}");

        // Another scope's, and another identity's, are not this run's business.
        State("deploy/production").ShouldBe("pending");
        State("other").ShouldBe("pending");
    }

    [Fact]
    public async Task A_commit_that_has_as_many_statuses_as_GitHub_keeps_is_told_and_is_no_failure_unless_reports_are_required()
    {
        for (var number = 0; number < 1000; number++)
            _bench.Repo.AddStatus(_bench.Head, new(Pending.Context, "success", null, null, "somebody"));

        var run = _bench.Run();
        var open = await _bench.Wait(run.Statuses.OpenAsync(Pending, Stop));
        await _bench.Wait(run.Statuses.CloseAsync(open, CommitState.Success, "done", Stop));

        _bench.Log.Warnings.Count.ShouldBe(2);
        _bench.Log.Warnings.ShouldAllBe(warning => warning.Contains("no more than 1000 statuses"));
        await Should.ThrowAsync<RemoteCallException>(() => _bench.Wait(_bench.Run(new() { Required = true }).Statuses.OpenAsync(Pending, Stop)));
    }

    [Fact]
    public async Task Without_a_token_it_is_said_what_would_be_set()
    {
        _bench.Variables.Remove("GITHUB_TOKEN");
        var run = _bench.Run();
        var open = await run.Statuses.OpenAsync(Pending, Stop);
        await run.Statuses.CloseAsync(open, CommitState.Success, "done", Stop);

        _bench.Log.Lines.ShouldContain(line => line.Contains("nothing was sent. With one this would set the status deploy/staging") && line.Contains("to success"));
        _bench.GitHub.Exchanges.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_reports_are_required_a_missing_token_fails()
    {
        _bench.Variables.Remove("GITHUB_TOKEN");

        (await Should.ThrowAsync<GitOpsException>(() => _bench.Run(new() { Required = true }).Statuses.OpenAsync(Pending, Stop)))
            .Message.ShouldContain("--require-github");
    }

    [Fact]
    public async Task The_token_of_a_fork_may_only_read_and_that_is_no_failure()
    {
        _bench.Repo.Push("topic");
        _bench.Repo.OpenPullRequest("topic", fork: "stranger/name");
        _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddActionsToken(GitHubBench.Repository, "statuses=read", "contents=read", "pull_requests=read");

        await _bench.Wait(_bench.Run(new() { PullRequest = 1 }).Statuses.OpenAsync(Pending, Stop));

        _bench.Log.Warnings.ShouldHaveSingleItem().ShouldContain("pull request 1 comes from a fork");
        await Should.ThrowAsync<RemoteCallException>(() => _bench.Wait(_bench.Run(new() { PullRequest = 1, Required = true }).Statuses.OpenAsync(Pending, Stop)));
    }

    public void Dispose() => _bench.Dispose();

    private string State(string context = "deploy/staging") => _bench.Repo.Statuses(_bench.Head).Single(status => status.Context == context).State;
}
