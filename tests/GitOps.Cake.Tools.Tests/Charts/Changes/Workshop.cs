using System.Collections.Immutable;
using GitOps.Cake.Charts.Changes;
using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Charts.Changes;

/// <summary>The workshop with real tools, and a look at what its charts render.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly RunFolder _folder = RunFolder.Create();
    private readonly IToolRunner _runner = new ToolRunner();
    private readonly HelmChartRenderer _renderer;

    private Workshop(HelmProgram helm, string? kubectl)
    {
        _renderer = new(_runner, helm, new(null, null), _folder);
        Charts = new ChartWorkshop(
            new(_runner, helm, _folder), new(_runner, helm, new(null, null)), new(_runner, new(workspace: null), helm, kubectl), _folder);
    }

    public IChartWorkshop Charts { get; }

    public string Folder => _folder.Path;

    public static async Task<Workshop> OpenAsync(int major, string? kubectl = null) => new(await TestTools.HelmAsync(major), kubectl ?? TestTools.Kubectl());

    /// <summary>Puts a chart together and changes it, as the engine does.</summary>
    public async Task<string> MakeAsync(ChartAssembly assembly, Func<string, ChartPatch>? patch = null)
    {
        var chart = await Charts.AssembleAsync(assembly, TestContext.Current.CancellationToken);
        if (patch is not null)
            await Charts.PatchAsync(patch(chart), TestContext.Current.CancellationToken);

        return chart;
    }

    /// <summary>What a chart renders, as <c>Kind/name</c> and object.</summary>
    public async Task<ImmutableSortedDictionary<string, GoMap>> RenderAsync(string chart, params ImmutableArray<string> values)
    {
        var manifest = await _renderer.RenderAsync(
            new() { Chart = new() { Release = new("web", "shop"), ChartPath = chart, ValuesFiles = values } }, TestContext.Current.CancellationToken);
        return ManifestStream.Split(manifest).Select(document => new ManifestReader().Read(document)).OfType<GoMap>()
            .ToImmutableSortedDictionary(resource => $"{resource["kind"]}/{((GoMap)resource["metadata"]!)["name"]}", resource => resource);
    }

    public static RenderRequest Rendering(string chart, params ImmutableArray<string> values) =>
        new() { Chart = new() { Release = new("web", "shop"), ChartPath = chart, ValuesFiles = values } };

    public Task<string> ValuesAsync(string text) => _folder.WriteAsync("values.yaml", text, TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Dispose();
}
