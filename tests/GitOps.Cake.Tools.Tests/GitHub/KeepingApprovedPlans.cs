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

    private Task<ApprovedPlan?> Find(string sha) => _bench.Wait(new PlanApproval(_bench.Run(new() { Sha = sha }), Plans.Scope).FindAsync(Stop));

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
