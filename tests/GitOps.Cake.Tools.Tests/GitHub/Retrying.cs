using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.GitHub.Statuses;
using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.GitHub;

public sealed class Retrying : IDisposable
{
    private readonly GitHubBench _bench = new();
    private readonly Queue<FakeFault> _faults = new();
    private readonly string _token;

    public Retrying()
    {
        _token = _bench.GitHub.AddUser("somebody");
        _bench.GitHub.Faults = (_, _) => _faults.TryDequeue(out var fault) ? fault : FakeFault.None;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FakeFault.SecondaryLimit, 30)]
    [InlineData(FakeFault.TooManyRequests, 30)]
    [InlineData(FakeFault.PrimaryLimit, 30)]
    [InlineData(FakeFault.SecondaryLimitUnsaid, 60)]
    public async Task A_write_that_is_held_back_waits_as_long_as_GitHub_asks(FakeFault fault, int seconds)
    {
        _faults.Enqueue(fault);
        var start = _bench.Clock.GetUtcNow();

        await Set("one");

        _bench.Repo.AllStatuses(_bench.Head).ShouldHaveSingleItem();
        (_bench.Clock.GetUtcNow() - start).TotalSeconds.ShouldBeInRange(seconds, seconds + 2);
        _bench.GitHub.ImpatientRequests.ShouldBe(0);
    }

    [Theory]
    [InlineData(FakeFault.BadGateway)]
    [InlineData(FakeFault.BadGatewayAfterwards)]
    [InlineData(FakeFault.Timeout)]
    [InlineData(FakeFault.TimeoutAfterwards)]
    [InlineData(FakeFault.Disconnect)]
    public async Task A_write_without_a_proper_answer_is_done_once(FakeFault fault)
    {
        _bench.GitHub.ListLag = TimeSpan.FromSeconds(8);
        _faults.Enqueue(fault);

        (await Set("one")).Id.ShouldNotBeNull();

        _bench.Repo.AllStatuses(_bench.Head).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_limit_holds_for_every_request_of_the_run()
    {
        var api = _bench.Api(_token);
        _faults.Enqueue(FakeFault.SecondaryLimit);

        await _bench.Wait(Task.WhenAll(Enumerable.Range(0, 5).Select(number => new CommitStatusClient(api).SetAsync(Status($"s{number}"), Stop))));

        _bench.Repo.Statuses(_bench.Head).Length.ShouldBe(5);
        _bench.GitHub.ImpatientRequests.ShouldBe(0);
    }

    [Fact]
    public async Task Writes_keep_below_the_limit_of_a_minute()
    {
        var client = new CommitStatusClient(_bench.Api(_token));
        for (var number = 0; number < 300; number++)
            await _bench.Wait(client.SetAsync(Status($"s{number}"), Stop));

        _bench.GitHub.Exchanges.ShouldAllBe(exchange => exchange.Status == 201);
    }

    [Fact]
    public async Task Comments_wait_for_the_limit_on_new_content()
    {
        _bench.GitHub.ContentPerMinute = 10;
        var pull = _bench.Repo.OpenPullRequest("topic");
        var client = new CommentClient(_bench.Api(_token), new("owner", "name"), pull, (_, _) => Task.FromResult(true));
        for (var number = 0; number < 40; number++)
            await _bench.Wait(client.CreateAsync($"comment {number}", Stop));

        _bench.Repo.Comments(pull).Select(comment => comment.Body).ShouldBe(Enumerable.Range(0, 40).Select(number => $"comment {number}"));
        _bench.GitHub.ImpatientRequests.ShouldBe(0);
    }

    [Fact]
    public async Task A_limit_that_lasts_longer_than_a_build_may_wait_is_told()
    {
        _bench.GitHub.RetryAfter = TimeSpan.FromMinutes(50);
        _faults.Enqueue(FakeFault.PrimaryLimit);

        var failure = await Should.ThrowAsync<RemoteCallException>(() => Set("one"));

        failure.Message.ShouldContain("The limit of requests is used up until 2026-01-01 00:50:00Z");
        _bench.GitHub.Exchanges.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_GitHub_that_stays_down_is_told_after_some_tries()
    {
        _bench.GitHub.Faults = (_, _) => FakeFault.BadGateway;

        (await Should.ThrowAsync<RemoteCallException>(() => Set("one"))).Message.ShouldContain("Try again; https://www.githubstatus.com");

        _bench.GitHub.Exchanges.Count.ShouldBeLessThan(50);
    }

    [Fact]
    public async Task A_permission_that_is_missing_is_named_at_once()
    {
        var token = _bench.GitHub.AddActionsToken(GitHubBench.Repository, "contents=read");

        var failure = await Should.ThrowAsync<RemoteCallException>(() => _bench.Wait(new CommitStatusClient(_bench.Api(token)).SetAsync(Status("one"), Stop)));

        failure.Message.ShouldContain("statuses=write");
        _bench.GitHub.Exchanges.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_wait_ends_when_the_run_is_interrupted()
    {
        _faults.Enqueue(FakeFault.SecondaryLimit);
        using var stop = new CancellationTokenSource();
        var work = new CommitStatusClient(_bench.Api(_token)).SetAsync(Status("one"), stop.Token);
        work.IsCompleted.ShouldBeFalse();

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => work);
        _bench.GitHub.Exchanges.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(FakeFault.BadGateway)]
    [InlineData(FakeFault.Timeout)]
    [InlineData(FakeFault.Disconnect)]
    [InlineData(FakeFault.SecondaryLimitUnsaid)]
    public async Task A_question_is_asked_again(FakeFault fault)
    {
        await Set("one");
        _faults.Enqueue(fault);
        _faults.Enqueue(fault);

        (await _bench.Wait(new CommitStatusClient(_bench.Api(_token)).ReadAsync(new("owner", "name"), _bench.Head, Stop))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_changed_since_is_read_anew()
    {
        var pull = _bench.Repo.OpenPullRequest("topic");
        var client = new CommentClient(_bench.Api(_token), new("owner", "name"), pull, (_, _) => Task.FromResult(true));
        var marker = new Cake.Rendering.CommentMarker { Kind = "plan", Key = "k", Sha = "s" };
        await _bench.Wait(client.CreateAsync($"{marker.Write()}\none", Stop));
        for (var number = 0; number < 3; number++)
        {
            var known = (await _bench.Wait(client.FindAsync(marker, Stop))).ShouldNotBeNull();
            known.Body.ShouldEndWith(number == 0 ? "one" : $"edit {number - 1}");
            await _bench.Wait(client.EditAsync(known, $"{marker.Write()}\nedit {number}", Stop));
        }
    }

    [Fact]
    public async Task What_did_not_change_costs_nothing_of_the_limit()
    {
        var client = new CommitStatusClient(_bench.Api(_token));
        await Set("one");
        for (var count = 0; count < 3; count++)
            (await _bench.Wait(client.ReadAsync(new("owner", "name"), _bench.Head, Stop))).ShouldHaveSingleItem();

        _bench.GitHub.Exchanges.Select(exchange => exchange.Status).ShouldBe([201, 200, 304, 304]);
    }

    [Fact]
    public async Task A_storm_does_every_write_exactly_once()
    {
        var random = new Random(20260101);
        FakeFault[] kinds =
        [
            FakeFault.TooManyRequests, FakeFault.SecondaryLimit, FakeFault.BadGateway, FakeFault.BadGatewayAfterwards, FakeFault.Timeout, FakeFault.TimeoutAfterwards,
        ];
        _bench.GitHub.Faults = (_, _) => random.Next(100) < 30 ? kinds[random.Next(kinds.Length)] : FakeFault.None;
        _bench.GitHub.ListLag = TimeSpan.FromSeconds(5);
        var client = new CommitStatusClient(_bench.Api(_token));

        for (var number = 0; number < 500; number++)
            await _bench.Wait(client.SetAsync(Status($"s{number}"), Stop));

        _bench.Repo.AllStatuses(_bench.Head).Select(status => status.Context).ShouldBe(Enumerable.Range(0, 500).Select(number => $"s{number}"));
        _bench.GitHub.ImpatientRequests.ShouldBe(0);
    }

    public void Dispose() => _bench.Dispose();

    private CommitStatusSettings Status(string context) =>
        new() { State = CommitState.Success, Context = context, Repository = GitHubBench.Repository, Sha = _bench.Head };

    private Task<CommitStatus> Set(string context) => _bench.Wait(new CommitStatusClient(_bench.Api(_token)).SetAsync(Status(context), Stop));
}
