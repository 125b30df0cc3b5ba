using GitOps.Cake.Cluster;
using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tests.Helm;
using GitOps.Cake.Tooling;
using k8s;

namespace GitOps.Cake.Tests.Cluster;

public sealed class ReadingCapabilities(TestCluster cluster)
{
    private const string Lister = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: lister
        data:
          kube: {{ .Capabilities.KubeVersion.Version }}
          versions: |
        {{- range .Capabilities.APIVersions }}
            {{ . }}
        {{- end }}
        """;

    private readonly RecordedLog _log = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_chart_is_told_exactly_what_helm_would_ask_the_server(int major)
    {
        using var connections = await cluster.ConnectAsync();
        using var folder = RunFolder.Create();
        using var chart = new TestChart("lister", templates: ("lister.yaml", Lister));
        var renderer = new HelmChartRenderer(
            new ToolRunner(), await TestTools.HelmAsync(major), new((await cluster.GetAsync()).KubeConfigPath), folder);

        var capabilities = await new KubernetesCluster(connections, _log).ReadCapabilitiesAsync(null, Stop);
        var manifest = await renderer.RenderAsync(
            new() { Chart = new() { Release = new("lister", "default"), ChartPath = chart.Path }, WithServer = true }, Stop);

        var asked = manifest.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim());
        capabilities.ApiVersions.ShouldBe(asked.Order(StringComparer.Ordinal));
        manifest.ShouldContain($"kube: {capabilities.KubeVersion}");
        _log.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_identity_the_namespace_and_the_kinds_are_read()
    {
        using var connections = await cluster.ConnectAsync();
        using var client = (await cluster.GetAsync()).CreateClient();
        var system = await client.CoreV1.ReadNamespaceAsync("kube-system", cancellationToken: Stop);

        var capabilities = await new KubernetesCluster(connections, _log).ReadCapabilitiesAsync(null, Stop);

        capabilities.Uid.ShouldBe(system.Metadata.Uid);
        capabilities.DefaultNamespace.ShouldBe("default");
        capabilities.Kinds.ShouldContain(new ServedKind("apps/v1", "Deployment", "deployments", Namespaced: true));
        capabilities.Kinds.ShouldContain(new ServedKind("v1", "Namespace", "namespaces", Namespaced: false));
        capabilities.Kinds.ShouldAllBe(kind => !kind.Plural.Contains('/'));
    }

    [Fact]
    public async Task A_newer_server_tells_everything_at_once_and_a_group_that_does_not_answer_is_named()
    {
        using var server = new ApiStandIn(path => path switch
        {
            "/version" => """{"gitVersion":"v1.33.1"}""",
            "/api/v1/namespaces/kube-system" => """{"metadata":{"uid":"u-1"}}""",
            "/api" => """
                {"kind":"APIGroupDiscoveryList","items":[{"metadata":{},"versions":[{"version":"v1","freshness":"Current","resources":[
                  {"resource":"pods","responseKind":{"group":"","version":"v1","kind":"Pod"},"scope":"Namespaced","subresources":[
                    {"subresource":"eviction","responseKind":{"group":"policy","version":"v1","kind":"Eviction"}}]}]}]}]}
                """,
            "/apis" => """
                {"kind":"APIGroupDiscoveryList","items":[
                  {"metadata":{"name":"metrics.k8s.io"},"versions":[{"version":"v1beta1","freshness":"Stale"}]},
                  {"metadata":{"name":"example.com"},"versions":[{"version":"v1","freshness":"Current","resources":[
                    {"resource":"things","responseKind":{"group":"example.com","version":"v1","kind":"Thing"},"scope":"Cluster"}]}]}]}
                """,
            _ => null,
        });
        using var connections = server.Connect();

        var capabilities = await new KubernetesCluster(connections, _log).ReadCapabilitiesAsync(null, Stop);

        capabilities.ApiVersions.ShouldBe(["example.com/v1", "example.com/v1/Thing", "metrics.k8s.io/v1beta1", "v1", "v1/Eviction", "v1/Pod"]);
        capabilities.Kinds.ShouldBe([new("example.com/v1", "Thing", "things", false), new("v1", "Pod", "pods", true)]);
        _log.Warnings.ShouldHaveSingleItem().ShouldStartWith("The API of metrics.k8s.io/v1beta1 does not answer,");
        server.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_older_server_is_asked_group_by_group_and_one_that_fails_is_named()
    {
        using var server = new ApiStandIn(path => path switch
        {
            "/version" => """{"gitVersion":"v1.20.2"}""",
            "/api/v1/namespaces/kube-system" => """{"metadata":{"uid":"u-1"}}""",
            "/api" => """{"kind":"APIVersions","versions":["v1"]}""",
            "/apis" => """
                {"kind":"APIGroupList","groups":[{"versions":[{"groupVersion":"apps/v1"}]},{"versions":[{"groupVersion":"custom.metrics.k8s.io/v1"}]}]}
                """,
            "/api/v1" => """{"resources":[{"name":"pods","kind":"Pod","namespaced":true},{"name":"pods/log","kind":"Pod","namespaced":true}]}""",
            "/apis/apps/v1" => """{"resources":[{"name":"deployments/scale","kind":"Scale","namespaced":true}]}""",
            _ => null,
        });
        using var connections = server.Connect();

        var capabilities = await new KubernetesCluster(connections, _log).ReadCapabilitiesAsync(null, Stop);

        capabilities.ApiVersions.ShouldBe(["apps/v1", "apps/v1/Scale", "custom.metrics.k8s.io/v1", "v1", "v1/Pod"]);
        capabilities.Kinds.ShouldBe([new("v1", "Pod", "pods", true)]);
        _log.Warnings.ShouldHaveSingleItem().ShouldContain("custom.metrics.k8s.io/v1");
    }
}
