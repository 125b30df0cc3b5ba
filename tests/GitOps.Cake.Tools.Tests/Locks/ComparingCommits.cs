using GitOps.Cake.Tests.Cluster;
using GitOps.Cake.Tests.Git;

namespace GitOps.Cake.Tests.Locks;

public sealed class ComparingCommits(TestCluster cluster) : IDisposable
{
    private readonly GitFolder _git = new();

    [Fact]
    public async Task A_commit_before_the_one_that_was_applied_is_refused_unless_told()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken, _git.Path);
        var older = _git.Commit("one");
        var newer = _git.Commit("two");
        await bench.RunAsync(new());
        (await bench.ReadAsync()).AppliedSha.ShouldBe(newer);
        _git.Run("checkout", "--quiet", older);

        var refusal = await Should.ThrowAsync<GitOpsException>(() => bench.RunAsync(new(), _ => throw new InvalidOperationException("It was run.")));

        refusal.Message.ShouldContain($"{older} comes before it");
        refusal.Message.ShouldContain("--rollback");
        (await bench.ReadAsync()).Holder.ShouldBeNull();
        await bench.RunAsync(new() { Rollback = true });
        (await bench.ReadAsync()).AppliedSha.ShouldBe(older);
    }

    [Fact]
    public async Task The_same_commit_and_one_of_another_branch_are_applied()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken, _git.Path);
        var root = _git.Commit("one");
        _git.Commit("two");
        await bench.RunAsync(new());
        await bench.RunAsync(new());
        _git.Run("checkout", "--quiet", root);
        var other = _git.Commit("side");

        await bench.RunAsync(new() { RequireLock = true });

        (await bench.ReadAsync()).AppliedSha.ShouldBe(other);
    }

    [Fact]
    public async Task A_run_that_fails_does_not_count_as_applied()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken, _git.Path);
        var first = _git.Commit("one");
        await bench.RunAsync(new());
        _git.Commit("two");

        await Should.ThrowAsync<GitOpsException>(() => bench.RunAsync(new(), _ => throw new GitOpsException("It failed.")));

        (await bench.ReadAsync()).AppliedSha.ShouldBe(first);
    }

    [Fact]
    public async Task A_shallow_clone_names_the_depth_and_is_an_error_where_the_lock_is_required()
    {
        _git.Commit("one");
        _git.Commit("two");
        using var shallow = _git.Clone("--depth=1");
        var newest = _git.Commit("three");
        await using (var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken, _git.Path))
        {
            await bench.RunAsync(new());
            await using var other = bench.In(shallow.Path);

            await other.RunAsync(new());

            other.Log.Warnings.ShouldHaveSingleItem().ShouldContain("fetch-depth: 0");
            other.Log.Warnings[0].ShouldContain(newest);
        }

        await using var required = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken, _git.Path);
        await required.RunAsync(new());
        await using var strict = required.In(shallow.Path);
        (await Should.ThrowAsync<GitOpsException>(() => strict.RunAsync(new() { RequireLock = true }))).Message.ShouldContain("--require-lock");
    }

    [Fact]
    public async Task A_clone_of_depth_one_knows_the_commit_that_its_own_follows()
    {
        _git.Commit("one");
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken, _git.Path);
        await bench.RunAsync(new());
        _git.Commit("two");
        using var shallow = _git.Clone("--depth=1");
        await using var other = bench.In(shallow.Path);

        await other.RunAsync(new() { RequireLock = true });
    }

    [Fact]
    public async Task Without_a_repository_the_lock_is_held_all_the_same()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken, _git.Path);
        _git.Commit("one");
        await bench.RunAsync(new());
        await using var elsewhere = bench.In(Path.GetTempPath());

        await elsewhere.RunAsync(new());

        elsewhere.Log.Warnings.ShouldHaveSingleItem().ShouldContain("is in no git repository");
        (await bench.ReadAsync()).AppliedSha.ShouldBeNull();
    }

    public void Dispose() => _git.Dispose();
}
