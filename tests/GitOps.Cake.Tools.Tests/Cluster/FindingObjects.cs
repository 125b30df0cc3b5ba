using System.Text;
using GitOps.Cake.Cluster;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;
using k8s;
using k8s.Models;

namespace GitOps.Cake.Tests.Cluster;

public sealed class FindingObjects(TestCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_that_exist_are_found_with_their_owner()
    {
        var space = await cluster.NewNamespaceAsync();
        using var client = (await cluster.GetAsync()).CreateClient();
        await client.CoreV1.CreateNamespacedConfigMapAsync(ConfigMap("owned", "web", "shop"), space, cancellationToken: Stop);
        await client.CoreV1.CreateNamespacedConfigMapAsync(ConfigMap("free", null, null), space, cancellationToken: Stop);
        var (owned, free) = (new ResourceId("v1", "ConfigMap", space, "owned"), new ResourceId("v1", "ConfigMap", space, "free"));
        var itself = new ResourceId("v1", "Namespace", "", space);

        var found = await FindAsync(
            owned,
            free,
            itself,
            new("v1", "ConfigMap", space, "missing"),
            new("v1", "Secret", "no-such-namespace", "any"),
            new("example.com/v1", "Thing", space, "any"),
            new("authorization.k8s.io/v1", "SubjectAccessReview", "", "any"));

        found.OrderBy(item => item.Resource.Name, StringComparer.Ordinal).ShouldBe(
        [
            new ExistingObject(free, null, null, null),
            new ExistingObject(owned, "web", "shop", "Helm"),
            new ExistingObject(itself, null, null, null),
        ]);
    }

    [Fact]
    public async Task One_among_more_than_a_page_is_found()
    {
        var space = await cluster.NewNamespaceAsync();
        using var client = (await cluster.GetAsync()).CreateClient();
        await Parallel.ForEachAsync(Enumerable.Range(0, 510), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (n, stop) =>
            await client.CoreV1.CreateNamespacedConfigMapAsync(ConfigMap($"object-{n:D3}", null, null), space, cancellationToken: stop));

        (await FindAsync(new("v1", "ConfigMap", space, "object-509"), new("v1", "ConfigMap", space, "object-000"))).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_asked_is_nothing_found() => (await FindAsync()).ShouldBeEmpty();

    [Fact]
    public async Task The_server_tells_whether_it_would_take_an_object()
    {
        var space = await cluster.NewNamespaceAsync();
        using var connections = await cluster.ConnectAsync();
        var target = new KubernetesCluster(connections, new RecordedLog());

        Task<string?> Ask(string manifest, string @namespace, string kind = "Service", string apiVersion = "v1") => target.DryRunAsync(
            null, new(apiVersion, kind, @namespace, "web"), Encoding.UTF8.GetBytes(manifest), force: false, Stop);

        const string good = """{"apiVersion":"v1","kind":"Service","metadata":{"name":"web"},"spec":{"ports":[{"port":80,"protocol":"TCP"}]}}""";
        (await Ask(good, space)).ShouldBeNull();
        (await Ask(good.Replace("80", "800000", StringComparison.Ordinal), space)).ShouldNotBeNull().ShouldContain("spec.ports[0].port");
        (await Ask(good.Replace("\"spec\"", "\"spce\"", StringComparison.Ordinal), space)).ShouldNotBeNull().ShouldContain("field not declared in schema");
        (await Ask(good, "no-such-namespace")).ShouldBe("The namespace no-such-namespace does not exist.");
        (await Ask(good, space, "Thing", "example.com/v1")).ShouldBe("The cluster serves no Thing of example.com/v1.");

        using var client = (await cluster.GetAsync()).CreateClient();
        (await client.CoreV1.ListNamespacedServiceAsync(space, cancellationToken: Stop)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_conflict_with_another_manager_is_an_answer_and_none_where_it_is_forced()
    {
        var space = await cluster.NewNamespaceAsync();
        using var client = (await cluster.GetAsync()).CreateClient();
        await client.CoreV1.PatchNamespacedConfigMapAsync(
            new V1Patch(Manifest("theirs"), V1Patch.PatchType.ApplyPatch), "web", space, fieldManager: "somebody", cancellationToken: Stop);
        using var connections = await cluster.ConnectAsync();
        var target = new KubernetesCluster(connections, new RecordedLog());

        Task<string?> Ask(bool force) => target.DryRunAsync(
            null, new("v1", "ConfigMap", space, "web"), Encoding.UTF8.GetBytes(Manifest("ours")), force, Stop);

        (await Ask(force: false)).ShouldNotBeNull().ShouldContain("conflict");
        (await Ask(force: true)).ShouldBeNull();
    }

    private static string Manifest(string value) =>
        $$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"web"},"data":{"key":"{{{value}}}"}}""";

    private static V1ConfigMap ConfigMap(string name, string? release, string? space) => new()
    {
        Metadata = new()
        {
            Name = name,
            Labels = release is null ? null : new Dictionary<string, string> { ["app.kubernetes.io/managed-by"] = "Helm" },
            Annotations = release is null ? null : new Dictionary<string, string>
            {
                ["meta.helm.sh/release-name"] = release,
                ["meta.helm.sh/release-namespace"] = space!,
            },
        },
    };

    private async Task<ExistingObject[]> FindAsync(params ResourceId[] resources)
    {
        using var connections = await cluster.ConnectAsync();
        return [.. await new KubernetesCluster(connections, new RecordedLog()).FindAsync(null, resources, Stop)];
    }
}
