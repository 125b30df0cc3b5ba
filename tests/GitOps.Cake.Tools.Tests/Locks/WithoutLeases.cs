using GitOps.Cake.Tests.Cluster;
using GitOps.Cake.Tooling;
using k8s;
using k8s.Models;

namespace GitOps.Cake.Tests.Locks;

public sealed class WithoutLeases(TestCluster cluster) : IDisposable
{
    private readonly KubeConfigs _configs = new(cluster);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_right_to_leases_a_warning_names_the_rule_and_the_change_goes_on()
    {
        await using var bench = await NobodyAsync("nobody");
        var changed = false;

        await bench.RunAsync(new(), _ => { changed = true; return Task.CompletedTask; });

        changed.ShouldBeTrue();
        var warning = bench.Log.Warnings.ShouldHaveSingleItem();
        warning.ShouldContain("is not locked");
        warning.ShouldContain($"a Role in {bench.Space} with the rule apiGroups: [\"coordination.k8s.io\"], resources: [leases], verbs: [get, create, patch]");
    }

    [Fact]
    public async Task Where_the_lock_is_required_nothing_is_changed_without_the_right()
    {
        await using var bench = await NobodyAsync("nobody");

        var failure = await Should.ThrowAsync<GitOpsException>(() => bench.RunAsync(new() { RequireLock = true }, _ => throw new InvalidOperationException("It was run.")));

        failure.Message.ShouldContain("--require-lock");
    }

    [Fact]
    public async Task The_rights_that_are_named_are_enough()
    {
        await using var bench = await NobodyAsync("deployer");
        using var client = (await cluster.GetAsync()).CreateClient();
        await client.RbacAuthorizationV1.CreateNamespacedRoleAsync(
            new V1Role { Metadata = new() { Name = "locks" }, Rules = [new() { ApiGroups = ["coordination.k8s.io"], Resources = ["leases"], Verbs = ["get", "create", "patch"] }] },
            bench.Space,
            cancellationToken: Stop);
        await client.RbacAuthorizationV1.CreateNamespacedRoleBindingAsync(
            new V1RoleBinding
            {
                Metadata = new() { Name = "locks" },
                RoleRef = new() { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = "locks" },
                Subjects = [new() { ApiGroup = "rbac.authorization.k8s.io", Kind = "User", Name = "deployer" }],
            },
            bench.Space,
            cancellationToken: Stop);

        await bench.RunAsync(new() { RequireLock = true });
        await bench.RunAsync(new() { RequireLock = true });

        bench.Log.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_namespace_that_is_not_there_is_told()
    {
        await using var bench = await LockBench.OpenAsync(cluster, TestContext.Current.CancellationToken);

        await bench.RunAsync(new() { Namespace = "not-there" });

        bench.Log.Warnings.ShouldHaveSingleItem().ShouldContain("--lock-namespace");
    }

    public void Dispose() => _configs.Dispose();

    private async Task<LockBench> NobodyAsync(string user)
    {
        var access = await _configs.ToClusterAsync($"{await _configs.AdminAsync()}, as: {user}");
        return new(new(access, new ToolRunner()), await cluster.NewNamespaceAsync(), Path.GetTempPath(), Stop);
    }
}
