using System.Collections.Immutable;
using System.Text;
using GitOps.Cake.Helmfile.Ports;
using YamlDotNet.RepresentationModel;

namespace GitOps.Cake.Charts.Changes;

/// <summary>Sends the rendered files of a chart through a kustomization, and puts what comes out in their place.</summary>
internal sealed class KustomizedChart(Kustomize kustomize)
{
    private const string Separator = "\n---\n";

    /// <param name="patch">The change, whose chart is rendered.</param>
    /// <param name="files">The rendered files.</param>
    /// <param name="cancellationToken">Stops the build.</param>
    public async Task MakeAsync(ChartPatch patch, ImmutableArray<string> files, CancellationToken cancellationToken)
    {
        var chart = patch.Render.Chart.ChartPath;
        foreach (var (path, text) in patch.Files)
            ChartTexts.Write(chart, path, text);

        var resources = new YamlMappingNode("resources", new YamlSequenceNode(files.Select(YamlFile.Quoted)));
        ChartTexts.Write(chart, "kustomization.yaml", patch.Kustomization + YamlFile.Write(resources));
        var manifest = await kustomize.BuildAsync(
            chart, Kustomize.Plugins(patch.AllowsPlugins), $"change the manifest of the release {patch.Render.Chart.Release}", cancellationToken).ConfigureAwait(false);

        File.Delete(Path.Combine(chart, "kustomization.yaml"));
        foreach (var (path, _) in patch.Files)
            File.Delete(Path.Combine(chart, path));

        RenderedChart.Clear(chart);
        Write(chart, manifest, crdsFolder: files.Any(file => file.StartsWith("templates/crds/", StringComparison.Ordinal)) ? "templates/crds" : "crds");
    }

    /// <summary>CRDs go back to where they were: helm treats those among the templates and those beside them differently.</summary>
    private static void Write(string chart, string manifest, string crdsFolder)
    {
        var (resources, crds) = (new StringBuilder(), new StringBuilder());
        foreach (var document in manifest.TrimEnd('\n').Split(Separator))
        {
            var isCrd = YamlFile.Text(YamlFile.ReadMapText(document), "kind") == "CustomResourceDefinition";
            (isCrd ? crds : resources).Append(document).Append(Separator);
        }

        if (resources.Length > 0)
            ChartTexts.Write(chart, "templates/patched_resources.yaml", resources.ToString());
        if (crds.Length > 0)
            ChartTexts.Write(chart, $"{crdsFolder}/patched_crds.yaml", crds.ToString());
    }
}
