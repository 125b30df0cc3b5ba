using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Charts.Changes;

/// <summary>Makes charts with helm and kubectl, in folders of the run.</summary>
internal sealed class ChartWorkshop(ChartSource charts, RenderedChart rendered, Kustomize kustomize, RunFolder folder) : IChartWorkshop
{
    public async Task<string> AssembleAsync(ChartAssembly assembly, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(assembly.Source.TrimEnd('/'));
        var place = folder.CreateFolder($"chart-of-{assembly.Release.Name}");
        if (File.Exists(assembly.Source))
            return await WithDependenciesAsync(assembly, await ChartCopy.OfArchiveAsync(assembly.Source, place, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

        var chart = Path.Combine(place, name);
        if (File.Exists(Path.Combine(assembly.Source, "Chart.yaml")))
        {
            ChartCopy.OfFolder(assembly.Source, chart);
            return await WithDependenciesAsync(assembly, chart, cancellationToken).ConfigureAwait(false);
        }

        if (File.Exists(Path.Combine(assembly.Source, "kustomization.yaml")))
        {
            Directory.CreateDirectory(chart);
            await KustomizationChart.MakeAsync(kustomize, assembly, chart, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            ChartCopy.OfFolder(assembly.Source, chart);
            ManifestsChart.Make(chart, assembly.Rendered);
        }

        ChartMetadata.Create(chart, name, string.IsNullOrEmpty(assembly.Version) ? "1.0.0" : assembly.Version);
        ThinTemplates.Make(chart);
        return await WithDependenciesAsync(assembly, chart, cancellationToken).ConfigureAwait(false);
    }

    public async Task PatchAsync(ChartPatch patch, CancellationToken cancellationToken)
    {
        var chart = patch.Render.Chart.ChartPath;
        var files = await rendered.MakeAsync(patch.Render, cancellationToken).ConfigureAwait(false);
        if (patch.Namespace is { } @namespace)
        {
            foreach (var file in files.Select(file => Path.Combine(chart, file)))
                await File.WriteAllTextAsync(file, NamespaceInsertion.Into(await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false), @namespace, file), cancellationToken).ConfigureAwait(false);
        }

        // A chart that renders nothing leaves nothing to change.
        if (patch.Kustomization is not null && !files.IsEmpty)
            await new KustomizedChart(kustomize).MakeAsync(patch, files, cancellationToken).ConfigureAwait(false);

        ThinTemplates.Make(chart);
    }

    /// <summary>
    /// A chart from elsewhere has its own dependencies with it, so only the added ones are fetched; of a local chart helm looks at all of
    /// them. In the end all are named, because their conditions decide what is rendered.
    /// </summary>
    private async Task<string> WithDependenciesAsync(ChartAssembly assembly, string chart, CancellationToken cancellationToken)
    {
        if (assembly.Dependencies.IsEmpty)
            return chart;

        var metadata = ChartMetadata.Read(chart);
        metadata.FixPaths(assembly.Source);
        var added = assembly.Dependencies.Select(ChartMetadata.Describe).ToList();
        var all = metadata.Dependencies.Concat(added).ToList();
        metadata.Write(assembly.IsPulled ? added : all);
        metadata.RemoveLocks();
        await charts.UpdateDependenciesAsync(chart, assembly.Repositories, cancellationToken).ConfigureAwait(false);
        metadata.Write(all);
        return chart;
    }
}
