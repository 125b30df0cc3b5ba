using GitOps.Cake.Cluster;
using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tests.Cluster;
using GitOps.Cake.Tooling;
using k8s;

namespace GitOps.Cake.Tests.Helm;

public sealed class ChangingReleases(TestCluster cluster)
{
    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{ .Release.Name }}
        spec:
          selector: {matchLabels: {app: it}}
          template:
            metadata: {labels: {app: it}}
            spec: {containers: [{name: it, image: none}]}
        """;

    private readonly RecordedLog _log = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_release_is_installed_upgraded_and_uninstalled(int major)
    {
        var release = new ReleaseId("web", await cluster.NewNamespaceAsync());
        using var chart = new TestChart();
        using var client = (await cluster.GetAsync()).CreateClient();
        var actions = await ActionsAsync(major);

        await actions.UpgradeAsync(Upgrade(release, chart, "canary-1"), Stop);
        await actions.UpgradeAsync(Upgrade(release, chart, "canary-2") with { Options = new() { Force = major == 3, Description = "again" } }, Stop);
        var config = await client.CoreV1.ReadNamespacedConfigMapAsync("web", release.Namespace, cancellationToken: Stop);
        config.Data["message"].ShouldBe("canary-2");
        (await RecordAsync(release)).ShouldBe((2, "deployed"));

        await actions.UninstallAsync(new() { Release = release, Wait = true, Timeout = TimeSpan.FromMinutes(1) }, Stop);
        (await RecordAsync(release)).ShouldBeNull();
        _log.Lines.ShouldContain(line => line.StartsWith("web | ", StringComparison.Ordinal));
        _log.Lines.ShouldAllBe(line => !line.Contains("canary"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_chart_that_is_to_be_verified_and_was_never_signed_is_not_installed(int major)
    {
        var release = new ReleaseId("web", await cluster.NewNamespaceAsync());
        using var chart = new TestChart();
        var actions = await ActionsAsync(major);

        var failure = await Should.ThrowAsync<ToolFailedException>(() => actions.UpgradeAsync(Upgrade(release, chart, "canary-5") with { Options = new() { Verify = true, Keyring = "ring.gpg" } }, Stop));

        failure.Message.ShouldContain("cannot be verified");
        (await RecordAsync(release)).ShouldBeNull();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task What_the_server_refuses_is_told_with_the_release_and_helms_words(int major)
    {
        var release = new ReleaseId("web", await cluster.NewNamespaceAsync());
        using var chart = new TestChart(templates: ("bad.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: NOT_A_NAME\n"));
        var actions = await ActionsAsync(major);

        var failure = await Should.ThrowAsync<ToolFailedException>(() => actions.UpgradeAsync(Upgrade(release, chart, "canary-3"), Stop));

        failure.Message.ShouldStartWith($"helm could not upgrade the release {release}: it ended with exit code 1.");
        failure.Message.ShouldContain("NOT_A_NAME");
        failure.Message.ShouldContain("--set-string message=***");
        failure.Message.ShouldContain("helm history web");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task An_interrupted_upgrade_is_left_failed_and_not_pending(int major)
    {
        var release = new ReleaseId("web", await cluster.NewNamespaceAsync());
        using var chart = new TestChart(templates: ("deployment.yaml", Deployment));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var actions = await ActionsAsync(major);

        var upgrade = actions.UpgradeAsync(Upgrade(release, chart, "x") with { Options = new() { Wait = true, Timeout = TimeSpan.FromMinutes(5) } }, stop.Token);
        await UntilDeployedAsync(release);
        await stop.CancelAsync();

        var failure = await Assert.ThrowsAsync<OperationCanceledException>(() => upgrade);
        failure.Message.ShouldStartWith($"helm could not upgrade the release {release}: it was interrupted.");
        (await RecordAsync(release)).ShouldBe((1, "failed"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Rendering_with_the_server_looks_objects_up_and_refuses_unknown_kinds(int major)
    {
        using var folder = RunFolder.Create();
        using var chart = new TestChart(templates: ("lookup.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: it
            data:
              uid: {{ (lookup "v1" "Namespace" "" "kube-system").metadata.uid }}
            """));
        var renderer = new HelmChartRenderer(
            new ToolRunner(), await TestTools.HelmAsync(major), new((await cluster.GetAsync()).KubeConfigPath), folder);
        var request = new RenderRequest { Chart = new() { Release = new("web", "default"), ChartPath = chart.Path }, WithServer = true };

        using var connections = await cluster.ConnectAsync();
        var uid = (await new KubernetesCluster(connections, _log).ReadCapabilitiesAsync(null, Stop)).Uid;
        (await renderer.RenderAsync(request, Stop)).ShouldContain($"uid: {uid}");

        chart.Write("templates/thing.yaml", "apiVersion: example.com/v1\nkind: Thing\nmetadata:\n  name: it\n");
        (await Should.ThrowAsync<ToolFailedException>(() => renderer.RenderAsync(request, Stop))).Message.ShouldContain("no matches for kind");
    }

    private static UpgradeRequest Upgrade(ReleaseId release, TestChart chart, string message) => new()
    {
        Chart = new() { Release = release, ChartPath = chart.Path, Sets = [new(SetKind.Text, "message", message)] },
        Options = new(),
    };

    private async Task<HelmReleaseActions> ActionsAsync(int major) => new(
        new ToolRunner(new() { Log = _log }), await TestTools.HelmAsync(major), new((await cluster.GetAsync()).KubeConfigPath), _log);

    private async Task<(int, string)?> RecordAsync(ReleaseId release)
    {
        using var connections = await cluster.ConnectAsync();
        var records = await new HelmReleaseRecords(connections, HelmStorage.Of(null)).ListAsync(null, release.Namespace, Stop);
        return records.SingleOrDefault(record => record.Name == release.Name) is { } found ? (found.Revision, found.Status) : null;
    }

    /// <summary>Helm waits for a Deployment that never gets ready once the object is there.</summary>
    private async Task UntilDeployedAsync(ReleaseId release)
    {
        using var client = (await cluster.GetAsync()).CreateClient();
        while ((await client.AppsV1.ListNamespacedDeploymentAsync(release.Namespace, cancellationToken: Stop)).Items.Count == 0)
            await Task.Delay(50, Stop);
    }
}
