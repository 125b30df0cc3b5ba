using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Approvals;
using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.GitHub;

public sealed class KeepingApprovedPlans : IDisposable
{
    private readonly GitHubBench _bench = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(FakeMerge.Merge, true)]
    [InlineData(FakeMerge.Squash, true)]
    [InlineData(FakeMerge.Rebase, true)]
    [InlineData(FakeMerge.Merge, false)]
    [InlineData(FakeMerge.Squash, false)]
    public async Task After_a_merge_the_digest_that_was_shown_is_found(FakeMerge how, bool app)
    {
        Use(app);
        var pull = _bench.Repo.OpenPullRequest("topic");
        await Keep("topic");

        var found = await Find(_bench.Repo.MergePullRequest(pull, how));

        found.ShouldBe(new ApprovedPlan(Plans.WithChanges().Digest, pull, _bench.Repo.Head("topic")));
    }

    [Fact]
    public async Task A_plan_of_an_earlier_head_does_not_count()
    {
        Use(app: false);
        var pull = _bench.Repo.OpenPullRequest("topic");
        await Keep("topic");
        _bench.Repo.Push("topic");

        (await Find(_bench.Repo.MergePullRequest(pull))).ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_another_identity_wrote_does_not_count(bool app)
    {
        Use(app: false);
        var pull = _bench.Repo.OpenPullRequest("topic");
        await Keep("topic");
        _bench.Variables.Remove("GITHUB_TOKEN");
        if (app)
            Use(app: true);
        else
            _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddUser("another");

        (await Find(_bench.Repo.MergePullRequest(pull))).ShouldBeNull();
    }

    [Fact]
    public async Task A_status_of_the_same_name_that_somebody_else_sets_takes_nothing_away()
    {
        Use(app: false);
        var pull = _bench.Repo.OpenPullRequest("topic");
        await Keep("topic");
        _bench.Repo.AddStatus(_bench.Repo.Head("topic"), new($"gitops/plan/{Plans.Scope}", "success", $"digest {new string('0', 64)}", null, "stranger"));
        _bench.Repo.AddStatus(_bench.Repo.Head("topic"), new($"gitops/plan/{Plans.Scope}", "failure", "no", null, "stranger"));

        (await Find(_bench.Repo.MergePullRequest(pull))).ShouldNotBeNull().Digest.ShouldBe(Plans.WithChanges().Digest);
    }

    [Fact]
    public async Task A_name_that_is_written_in_other_case_now_is_the_same()
    {
        Use(app: false);
        var pull = _bench.Repo.OpenPullRequest("topic");
        _bench.Repo.AddStatus(_bench.Repo.Head("topic"), new($"GitOps/Plan/{Plans.Scope}", "success", $"digest {Plans.WithChanges().Digest}", null, "SomeBody"));

        (await Find(_bench.Repo.MergePullRequest(pull))).ShouldNotBeNull().Digest.ShouldBe(Plans.WithChanges().Digest);
    }

    [Fact]
    public async Task However_many_statuses_came_afterwards_the_digest_is_found()
    {
        Use(app: false);
        var pull = _bench.Repo.OpenPullRequest("topic");
        await Keep("topic");
        for (var number = 0; number < 250; number++)
            _bench.Repo.AddStatus(_bench.Repo.Head("topic"), new($"ci/{number}", "success", null, null, "ci"));

        (await Find(_bench.Repo.MergePullRequest(pull))).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_said_last_counts_by_whichever_means(bool checkLast)
    {
        Use(app: true);
        var pull = _bench.Repo.OpenPullRequest("topic");
        var approval = new PlanApproval(At("topic", pull), Plans.Scope);
        if (!checkLast)
            await Keep("topic");

        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await _bench.Wait(approval.NoteAsync(Plans.WithChanges(text: "noted"), isRefused: false, Stop));
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        if (checkLast)
            await Keep("topic");

        (await Find(_bench.Repo.MergePullRequest(pull))).ShouldNotBeNull().Digest.ShouldBe((checkLast ? Plans.WithChanges() : Plans.WithChanges(text: "noted")).Digest);
    }

    [Fact]
    public async Task A_plan_that_is_refused_later_is_approved_no_more()
    {
        Use(app: true);
        var pull = _bench.Repo.OpenPullRequest("topic");
        await _bench.Wait(new PlanApproval(At("topic", pull), Plans.Scope).NoteAsync(Plans.WithChanges(), isRefused: false, Stop));
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await _bench.Wait(new PlanApproval(At("topic", pull), Plans.Scope).RefuseAsync("no", "no", [], Stop));

        (await Find(_bench.Repo.MergePullRequest(pull))).ShouldBeNull();
    }

    [Fact]
    public async Task A_token_of_an_App_that_a_workflow_made_finds_what_it_kept()
    {
        var app = _bench.GitHub.AddApp("deployer", GitHubBench.Repository, "checks=write", "statuses=write", "pull_requests=read", "contents=read");
        _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddInstallationToken(app);
        var pull = _bench.Repo.OpenPullRequest("topic");
        await Keep("topic");

        (await Find(_bench.Repo.MergePullRequest(pull))).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_persons_token_with_single_permissions_keeps_it_in_a_status()
    {
        _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddFineGrainedToken("somebody", "statuses=write", "pull_requests=read", "contents=read");
        var pull = _bench.Repo.OpenPullRequest("topic");
        await Keep("topic");

        _bench.Repo.Statuses(_bench.Repo.Head("topic")).ShouldHaveSingleItem();
        (await Find(_bench.Repo.MergePullRequest(pull))).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_limit_of_requests_is_no_reason_to_look_past_the_checks()
    {
        Use(app: false);
        var pull = _bench.Repo.OpenPullRequest("topic");
        await Keep("topic");
        var merged = _bench.Repo.MergePullRequest(pull);
        _bench.GitHub.RetryAfter = TimeSpan.FromMinutes(50);
        _bench.GitHub.Faults = (_, path) => path.EndsWith("/check-runs", StringComparison.Ordinal) ? FakeFault.PrimaryLimit : FakeFault.None;

        (await Should.ThrowAsync<RemoteCallException>(() => Find(merged))).Message.ShouldContain("The limit of requests is used up");
    }

    [Fact]
    public async Task A_partial_plan_cannot_be_approved()
    {
        Use(app: false);
        var pull = _bench.Repo.OpenPullRequest("topic");
        await _bench.Wait(new PlanApproval(At("topic", pull), Plans.Scope).KeepAsync(Plans.Partial(), null, [], Stop));

        _bench.Repo.Statuses(_bench.Repo.Head("topic")).ShouldHaveSingleItem().State.ShouldBe("failure");
        (await Find(_bench.Repo.MergePullRequest(pull))).ShouldBeNull();
    }

    [Fact]
    public async Task A_direct_push_has_no_approved_plan()
    {
        Use(app: false);
        (await Find(_bench.Repo.Push("main"))).ShouldBeNull();
    }

    public void Dispose() => _bench.Dispose();

    private Task Keep(string branch) =>
        _bench.Wait(new PlanApproval(At(branch, _bench.Repo.PullRequests[^1]), Plans.Scope).KeepAsync(Plans.WithChanges(), null, [], Stop));

    private async Task<ApprovedPlan?> Find(string sha) => (await _bench.Wait(new PlanApproval(_bench.Run(new() { Sha = sha }), Plans.Scope).FindAsync(Stop))).SingleOrDefault();

    private GitHubRun At(string branch, int pull) => _bench.Run(new() { Sha = _bench.Repo.Head(branch), PullRequest = pull });

    private void Use(bool app)
    {
        if (!app)
        {
            _bench.Variables["GITHUB_TOKEN"] = _bench.GitHub.AddUser("somebody");
            return;
        }

        var made = _bench.GitHub.AddApp("deployer", GitHubBench.Repository, "checks=write", "statuses=write", "pull_requests=read", "contents=read");
        (_bench.Variables["GITOPS_GITHUB_APP"], _bench.Variables["GITOPS_GITHUB_APP_PRIVATE_KEY"]) = (made.ClientId, made.PrivateKey);
    }
}
