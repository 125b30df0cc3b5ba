using GitOps.Cake.Locks;
using GitOps.Cake.Reports;
using GitOps.Cake.Testing;
using GitOps.Cake.Tests.Cluster;
using k8s;
using k8s.Models;

namespace GitOps.Cake.Tests.Locks;

public sealed class HoldingLocks(TestCluster cluster)
{
    private const int Patience = 300_000;

    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    // A quarter of what a Lease lives.
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(15);

    private readonly TestClock _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = Patience)]
    public async Task A_lock_is_a_lease_that_names_its_holder_and_is_free_afterwards()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken);
        LeaseRecord? held = null;

        await bench.RunAsync(new() { RunUrl = "https://ci.example.com/1" }, async _ => held = await bench.ReadAsync());

        held!.Holder.ShouldNotBeNull().ShouldContain(Environment.MachineName);
        held.RunUrl.ShouldBe("https://ci.example.com/1");
        held.Duration.ShouldBe(TimeSpan.FromMinutes(1));
        var free = await bench.ReadAsync();
        free.Holder.ShouldBeNull();
        free.RunUrl.ShouldBeNull();
    }

    [Fact(Timeout = Patience)]
    public async Task A_free_lease_is_taken_with_one_request()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken);
        await bench.RunAsync(new());
        var free = await bench.ReadAsync();

        var taken = await bench.DieHoldingAsync(OneSecond);

        // Taking it after a look would have counted a transition.
        taken.Transitions.ShouldBe(free.Transitions);
        taken.Holder.ShouldNotBeNull();
    }

    [Fact(Timeout = Patience)]
    public async Task Of_two_at_once_one_waits_until_the_other_is_done()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken);
        var order = new List<string>();
        var second = Task.CompletedTask;

        await bench.RunAsync(new(), async _ =>
        {
            var waits = new TaskCompletionSource();
            bench.Log.Heard = line => { if (line.Contains("Waiting for up to 600 s", StringComparison.Ordinal)) waits.TrySetResult(); };
            second = bench.RunAsync(new(), _ => { order.Add("second"); return Task.CompletedTask; });
            await await Task.WhenAny(waits.Task, second);
            order.Add("first");
        });
        await second;

        order.ShouldBe(["first", "second"]);
    }

    [Fact(Timeout = Patience)]
    public async Task Of_two_at_once_the_other_fails_by_choice_and_names_who_holds_it()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken);

        await bench.RunAsync(new() { RunUrl = "https://ci.example.com/7" }, async _ =>
        {
            var failure = await Should.ThrowAsync<GitOpsException>(() => bench.RunAsync(new(), mode: Helmfile.LockMode.Fail));
            failure.Message.ShouldContain("deploy/helmfile.yaml:staging is locked");
            failure.Message.ShouldContain("https://ci.example.com/7");
        });
    }

    [Fact(Timeout = Patience)]
    public async Task Who_waits_too_long_says_how_to_go_on()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken);

        await bench.RunAsync(new(), async _ =>
        {
            var failure = await Should.ThrowAsync<GitOpsException>(() => bench.RunAsync(new() { Timeout = OneSecond }));
            failure.Message.ShouldContain("--lock-timeout");
            failure.Message.ShouldContain("kubectl delete lease gitops-cake-deploy-helmfile-yaml-staging-");
        });
    }

    [Theory(Timeout = Patience)]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(3)]
    public async Task A_holder_that_died_is_taken_over_when_its_time_is_over_whatever_its_clock_said(int hours)
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken);
        var dead = await bench.DieHoldingAsync(OneSecond, new SkewedClock(TimeSpan.FromHours(hours)));
        var started = TimeProvider.System.GetTimestamp();

        await bench.RunAsync(new());

        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThanOrEqualTo(OneSecond);
        bench.Log.Warnings.ShouldContain(warning => warning.Contains(dead.Holder!, StringComparison.Ordinal) && warning.Contains("taken over", StringComparison.Ordinal));
        (await bench.ReadAsync()).Transitions.ShouldBe(1);
    }

    [Fact(Timeout = Patience)]
    public async Task A_holder_that_died_long_ago_does_not_make_others_fail()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken);
        await bench.DieHoldingAsync(OneSecond, new SkewedClock(TimeSpan.FromDays(-1)));

        await bench.RunAsync(new(), mode: Helmfile.LockMode.Fail);
    }

    [Fact(Timeout = Patience)]
    public async Task A_lock_is_renewed_for_as_long_as_it_is_held()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken);

        await RunAsync(bench, stop => RenewedAsync(bench, stop));
    }

    [Fact(Timeout = Patience)]
    public async Task A_lock_that_is_lost_stops_the_run_and_says_why()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken);
        var api = await bench.ApiAsync();

        var report = await RunAsync(bench, async stop =>
        {
            var stopped = new TaskCompletionSource();
            await using var _ = stop.Register(stopped.SetResult);
            var lease = await bench.ReadAsync();
            await api.PatchAsync(new LeaseBody("other", new("somebody else", null), OneSecond).Take(lease, null, DateTimeOffset.UtcNow), Stop);
            _clock.Advance(Renewal);
            await stopped.Task;
        });

        report.Interrupted.ShouldBeTrue();
        report.Errors.ShouldHaveSingleItem().ShouldContain("somebody else took it over");
        (await bench.ReadAsync()).Holder.ShouldBe("somebody else");
    }

    [Fact(Timeout = Patience)]
    public async Task A_lock_that_is_lost_before_anything_changed_is_an_error()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken);
        using var client = (await cluster.GetAsync()).CreateClient();

        var failure = await Should.ThrowAsync<GitOpsException>(() => RunAsync(bench, async stop =>
        {
            await client.CoordinationV1.DeleteNamespacedLeaseAsync(LeaseName.Of("deploy/helmfile.yaml:staging"), bench.Space, cancellationToken: Stop);
            _clock.Advance(Renewal);
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        }));

        failure.Message.ShouldContain("was lost");
        failure.Message.ShouldContain("somebody deleted it");
    }

    [Fact(Timeout = Patience)]
    public async Task A_failure_sets_the_lock_free_too()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken);

        await Should.ThrowAsync<GitOpsException>(() => bench.RunAsync(new(), _ => throw new GitOpsException("It failed.")));

        (await bench.ReadAsync()).Holder.ShouldBeNull();
    }

    [Fact(Timeout = Patience)]
    public async Task A_change_by_others_that_leaves_the_holder_alone_does_no_harm()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken);
        using var client = (await cluster.GetAsync()).CreateClient();

        var report = await RunAsync(bench, async stop =>
        {
            await client.CoordinationV1.PatchNamespacedLeaseAsync(
                new V1Patch("""{"metadata":{"labels":{"a":"b"}}}""", V1Patch.PatchType.MergePatch), LeaseName.Of("deploy/helmfile.yaml:staging"), bench.Space, cancellationToken: Stop);
            await RenewedAsync(bench, stop);
        });

        report.Succeeded.ShouldBeTrue();
        (await bench.ReadAsync()).Holder.ShouldBeNull();
    }

    private Task<ApplyReport> RunAsync(LockBench bench, Func<CancellationToken, Task> change) => bench.RunAsync(new(), change, time: _clock);

    private async Task RenewedAsync(LockBench bench, CancellationToken stop)
    {
        var before = await bench.ReadAsync();
        _clock.Advance(Renewal);
        while ((await bench.ReadAsync()).Renewed == before.Renewed)
            stop.ThrowIfCancellationRequested();
    }
}
