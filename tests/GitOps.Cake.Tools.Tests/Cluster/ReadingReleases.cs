using System.IO.Compression;
using System.Text;
using System.Text.Json;
using GitOps.Cake.Cluster;
using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tests.Helm;
using GitOps.Cake.Tooling;
using k8s;
using k8s.Models;

namespace GitOps.Cake.Tests.Cluster;

public sealed class ReadingReleases(TestCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3, null)]
    [InlineData(4, null)]
    [InlineData(4, "configmap")]
    public async Task The_last_revision_of_each_release_is_read_with_its_content(int major, string? driver)
    {
        var space = await cluster.NewNamespaceAsync();
        using var chart = new TestChart();
        await InstallAsync(major, driver, space, "one", chart, "1");
        await InstallAsync(major, driver, space, "two", chart, "1");
        for (var revision = 2; revision <= 11; revision++)
            await InstallAsync(major, driver, space, "one", chart, $"{revision}");

        chart.Write("templates/bad.yaml", "apiVersion: v1\nkind: Service\nmetadata:\n  name: NOT_A_NAME\n");
        await Should.ThrowAsync<ToolFailedException>(() => InstallAsync(major, driver, space, "two", chart, "2"));

        var records = await ListAsync(space, driver);

        var one = records.Single(record => record.Name == "one");
        (one.Revision, one.Status, one.IsDeployed, one.Namespace).ShouldBe((11, "deployed", true, space));
        Content(one).GetProperty("manifest").GetString().ShouldNotBeNull().ShouldContain("message: \"11\"");
        var two = records.Single(record => record.Name == "two");
        (two.Revision, two.Status, two.IsDeployed).ShouldBe((2, "failed", true));
        records.Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_namespace_that_does_not_exist_has_no_releases() => (await ListAsync("no-such-namespace", null)).ShouldBeEmpty();

    [Fact]
    public async Task Many_pages_are_read()
    {
        var space = await cluster.NewNamespaceAsync();
        using var client = (await cluster.GetAsync()).CreateClient();
        await Parallel.ForEachAsync(Enumerable.Range(0, 180), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, stop) =>
            await client.CoreV1.CreateNamespacedSecretAsync(
                Record(space, $"release-{n / 3}", (n % 3) + 8, (n % 3) switch { 0 => "superseded", 1 => "deployed", _ => "failed" }),
                space,
                cancellationToken: stop));

        var records = await ListAsync(space, null);

        records.Select(record => record.Name).Order().ShouldBe(Enumerable.Range(0, 60).Select(n => $"release-{n}").Order());
        records.ShouldAllBe(record => record.Revision == 10 && record.Status == "failed" && record.IsDeployed);
        records.Select(record => Encoding.UTF8.GetString(record.Payload.Span)).Distinct().ShouldBe(["packed"]);
    }

    [Fact]
    public async Task What_only_looks_like_a_record_is_left_out()
    {
        var space = await cluster.NewNamespaceAsync();
        using var client = (await cluster.GetAsync()).CreateClient();
        var without = Record(space, "a", 1, "deployed");
        without.Metadata.Labels.Remove("version");
        await client.CoreV1.CreateNamespacedSecretAsync(without, space, cancellationToken: Stop);

        (await ListAsync(space, null)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sql")]
    [InlineData("memory")]
    public void Another_storage_is_refused_by_name(string driver) =>
        Should.Throw<GitOpsException>(() => HelmStorage.Of(driver)).Message.ShouldStartWith($"HELM_DRIVER is {driver};");

    private static V1Secret Record(string space, string name, int revision, string status) => new()
    {
        Metadata = new()
        {
            Name = $"sh.helm.release.v1.{name}.v{revision}",
            NamespaceProperty = space,
            Labels = new Dictionary<string, string> { ["owner"] = "helm", ["name"] = name, ["version"] = $"{revision}", ["status"] = status },
        },
        Type = "helm.sh/release.v1",
        Data = new Dictionary<string, byte[]> { ["release"] = Encoding.UTF8.GetBytes(Convert.ToBase64String("packed"u8)) },
    };

    private static JsonElement Content(ReleaseRecord record)
    {
        using var unpacked = new GZipStream(new MemoryStream(record.Payload.ToArray()), CompressionMode.Decompress);
        return JsonDocument.Parse(unpacked).RootElement;
    }

    private async Task<ReleaseRecord[]> ListAsync(string space, string? driver)
    {
        using var connections = await cluster.ConnectAsync();
        return [.. await new HelmReleaseRecords(connections, HelmStorage.Of(driver)).ListAsync(null, space, Stop)];
    }

    private async Task InstallAsync(int major, string? driver, string space, string name, TestChart chart, string message)
    {
        var command = HelmUpgrade.ToCommand(
            await TestTools.HelmAsync(major),
            new((await cluster.GetAsync()).KubeConfigPath),
            new()
            {
                Chart = new() { Release = new(name, space), ChartPath = chart.Path, Sets = [new(SetKind.Text, "message", message)] },
                Options = new(),
            });
        await new ToolRunner().RunAsync(
            command with { Environment = command.Environment.Add("HELM_DRIVER", driver is null ? null : new(driver)) }, Stop);
    }
}
