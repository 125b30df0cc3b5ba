using GitOps.Cake.Cluster;
using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tests.Tooling;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Helm;

[Collection(nameof(ProcessEnvironment))]
public sealed class RenderingCharts : IDisposable
{
    private readonly RunFolder _folder = RunFolder.Create();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_chart_sees_its_release_and_the_capabilities_it_was_given(int major)
    {
        // A kubeconfig of a cluster that is not there: rendering must not even look at it.
        using var _ = ProcessEnvironment.With(("KUBECONFIG", "/no/such/kubeconfig"), ("HELM_NAMESPACE", "elsewhere"));
        using var chart = new TestChart();
        var values = await _folder.WriteAsync("values with, comma.yaml", "message: from the file", Stop);
        values.ShouldNotContain(",");
        File.Move(values, values += ",x");

        var manifest = await (await RendererAsync(major)).RenderAsync(
            new()
            {
                Chart = new()
                {
                    Release = new("web", "shop"),
                    ChartPath = chart.Path,
                    ValuesFiles = [values],
                    Sets = [new(SetKind.Text, "unused", "1")],
                },
                IsUpgrade = true,
                KubeVersion = "v1.31.7",
                ApiVersions = ["example.com/v1", "example.com/v1/Thing"],
            },
            Stop);

        foreach (var line in new[] { "message: \"from the file\"", "upgrade: \"true\"", "namespace: shop", "kube: v1.31.7", "custom: \"true\"" })
            manifest.ShouldContain(line);
    }

    [Fact]
    public async Task Helm_3_writes_what_a_post_renderer_makes_of_the_manifest_into_one_file()
    {
        using var chart = new TestChart();
        var script = Path.Combine(chart.Path, "rewrite.sh");
        await File.WriteAllTextAsync(script, "#!/bin/sh\necho \"# by $1 in $(pwd)\"\ncat\n", Stop);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var output = new TestChart();

        var answer = await (await RendererAsync(3)).RenderAsync(
            new()
            {
                Chart = new()
                {
                    Release = new("web", "shop"),
                    ChartPath = chart.Path,
                    PostRenderer = script,
                    PostRendererFolder = chart.Path,
                    PostRendererArguments = ["me"],
                },
                OutputFolder = output.Path,
            },
            Stop);

        answer.ShouldBeEmpty();
        var written = await File.ReadAllTextAsync(Path.Combine(output.Path, "templates", "web.yaml"), Stop);
        written.ShouldStartWith($"# by me in {chart.Path}");
        written.ShouldContain("namespace: shop");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_chart_that_does_not_render_fails_with_the_release_and_helms_words_but_no_secret(int major)
    {
        using var chart = new TestChart(templates: ("bad.yaml", "{{ fail (printf \"no good: %s\" .Values.password) }}"));
        var renderer = await RendererAsync(major);

        var failure = await Should.ThrowAsync<ToolFailedException>(() => renderer.RenderAsync(
            new() { Chart = new() { Release = new("web", "shop"), ChartPath = chart.Path, Sets = [new(SetKind.Text, "password", "canary-1")] } }, Stop));

        failure.Message.ShouldStartWith("helm could not render the release shop/web: it ended with exit code 1.");
        failure.Message.ShouldContain("--set-string password=***");
        failure.Message.ShouldContain("no good: ***");
        failure.Message.ShouldNotContain("canary-1");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_thousand_api_versions_fit(int major)
    {
        using var chart = new TestChart();
        var manifest = await (await RendererAsync(major)).RenderAsync(
            new()
            {
                Chart = new() { Release = new("web", "shop"), ChartPath = chart.Path },
                ApiVersions = [.. Enumerable.Range(0, 2000).Select(n => $"group-{n}.custom.example.com/v1alpha1/SomethingRatherLong{n}"), "example.com/v1/Thing"],
            },
            Stop);

        manifest.ShouldContain("custom: \"true\"");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Helm_tells_what_it_takes_for_granted(int major)
    {
        var known = await (await RendererAsync(major)).ListBuiltInApiVersionsAsync(Stop);

        known.ShouldContain("v1");
        known.ShouldContain("apps/v1");
        known.ShouldContain("policy/v1");
        known.ShouldNotContain("example.com/v1");
    }

    [Fact]
    public async Task A_missing_chart_is_told_with_its_path()
    {
        var renderer = await RendererAsync(4);
        var failure = await Should.ThrowAsync<ToolFailedException>(
            () => renderer.RenderAsync(new() { Chart = new() { Release = new("web"), ChartPath = "/no/such/chart" } }, Stop));

        failure.Message.ShouldContain("/no/such/chart");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<HelmChartRenderer> RendererAsync(int major) =>
        new(new ToolRunner(), await TestTools.HelmAsync(major), new ClusterAccess(), _folder);
}
