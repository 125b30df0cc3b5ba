using System.Collections.Immutable;
using GitOps.Cake.Cluster;
using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Charts.Changes;

/// <summary>Renders a chart and puts what came out in the place of its templates, subcharts and CRDs.</summary>
internal sealed class RenderedChart(IToolRunner runner, HelmProgram helm, ClusterAccess cluster)
{
    /// <summary>The folders of a chart that hold what it renders.</summary>
    private static readonly ImmutableArray<string> Folders = ["templates", "charts", "crds"];

    /// <summary>Renders.</summary>
    /// <returns>The files that came out, relative to the chart, with slashes, in the order of their names.</returns>
    public async Task<ImmutableArray<string>> MakeAsync(RenderRequest request, CancellationToken cancellationToken)
    {
        var chart = request.Chart.ChartPath;
        var output = Path.Combine(chart, ".rendered");
        var command = HelmTemplate.ToCommand(helm, cluster, request);
        await runner.RunAsync(
            command with
            {
                Arguments = [.. command.Arguments, "--output-dir", output, "--include-crds"],
                Output = ToolOutputHandling.Discard,
                Purpose = $"render the release {request.Chart.Release} before its chart is changed",
            },
            cancellationToken).ConfigureAwait(false);

        // Helm makes one folder, of the chart's name, and none where nothing was rendered.
        var rendered = Directory.Exists(output) ? Directory.EnumerateDirectories(output).SingleOrDefault() : null;
        foreach (var name in Folders)
            Replace(Path.Combine(chart, name), rendered is null ? null : Path.Combine(rendered, name), Path.Combine(chart, "files", name));

        if (Directory.Exists(output))
            Directory.Delete(output, recursive: true);

        var metadata = ChartMetadata.Read(chart);
        metadata.Write([]);
        metadata.RemoveLocks();
        return FilesOf(chart);
    }

    /// <summary>The files that hold what a chart renders.</summary>
    public static ImmutableArray<string> FilesOf(string chart) =>
    [
        .. Folders.Select(name => Path.Combine(chart, name)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(chart, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Takes away everything that a chart renders.</summary>
    public static void Clear(string chart)
    {
        foreach (var folder in Folders.Select(name => Path.Combine(chart, name)).Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
    }

    private static void Replace(string folder, string? rendered, string used)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        if (!Directory.Exists(rendered))
            return;

        Directory.Move(rendered, folder);
        if (Directory.Exists(used))
            Directory.Delete(used, recursive: true);
    }
}
