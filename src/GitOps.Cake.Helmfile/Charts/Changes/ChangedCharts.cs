using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Charts.Changes;

/// <summary>
/// Makes the chart of a release that changes it. What is changed is the rendered manifest, so such a chart is rendered twice: here with
/// the release's values, and once more as the chart of what came out.
/// </summary>
internal sealed class ChangedCharts(EnginePorts ports, ServerQuestions questions, HelmSlots helm, CancellationToken cancellationToken)
{
    /// <summary>Whether a release has to have a chart of its own.</summary>
    public static bool AreNeeded(Release release, string source) => !release.ChartChanges.IsNone || ChartKinds.Of(source) != ChartKind.Chart;

    /// <summary>Makes the chart.</summary>
    /// <param name="release">The release.</param>
    /// <param name="source">The folder or archive that it starts from.</param>
    /// <param name="repositories">The repositories that the state file declares.</param>
    /// <param name="cluster">What the cluster can do; null where none is asked.</param>
    /// <exception cref="GitOpsException">The chart cannot be changed like that.</exception>
    public async Task<PreparedChart> PrepareAsync(
        Release release, string source, ImmutableArray<ChartRepository> repositories, ClusterCapabilities? cluster)
    {
        var kind = ChartKinds.Of(source);
        if (kind == ChartKind.Kustomization && !release.ChartChanges.Sets.IsEmpty)
            throw new GitOpsException($"The chart {release.Chart} of the release {release.Id} is a kustomization, which takes no single values: write what stands under set or --set as values, in a file or inline.");

        var values = await ValuesFiles.WriteAsync(release.ChartChanges.Values, ports.Folder, cancellationToken).ConfigureAwait(false);
        var chart = await AssembleAsync(release, source, values, repositories).ConfigureAwait(false);
        var prepared = new PreparedChart(chart, await InspectAsync(chart).ConfigureAwait(false));
        var @namespace = Namespace(release, kind);
        if (release.ChartChanges.Kustomization is null && @namespace is null)
            return prepared;

        await PatchAsync(release, prepared, values, @namespace, cluster).ConfigureAwait(false);
        return new(chart, await InspectAsync(chart).ConfigureAwait(false));
    }

    /// <summary>Manifests are no templates, so nothing but this brings them into the release's namespace. Kustomize does it by itself.</summary>
    private static string? Namespace(Release release, ChartKind kind) =>
        release.ChartChanges.Namespace ?? (kind == ChartKind.Manifests && release.Id.Namespace.Length > 0 ? release.Id.Namespace : null);

    private Task<string> AssembleAsync(
        Release release, string source, ImmutableArray<string> values, ImmutableArray<ChartRepository> repositories) => helm.RunAsync(() => ports.Workshop.AssembleAsync(
        new()
        {
            Release = release.Id,
            Source = source,
            IsPulled = release.ChartFolder is null,
            Version = release.Version,
            Dependencies = release.ChartChanges.Dependencies,
            Repositories = repositories,
            Rendered = release.ChartChanges.Rendered,
            ValuesFiles = values,
            AllowsPlugins = release.ChartChanges.AllowsPlugins,
        },
        cancellationToken));

    private async Task PatchAsync(
        Release release, PreparedChart chart, ImmutableArray<string> values, string? @namespace, ClusterCapabilities? cluster)
    {
        var request = await RequestAsync(release, chart, values, cluster).ConfigureAwait(false);
        await helm.RunAsync(() => ports.Workshop.PatchAsync(
            new()
            {
                Render = request,
                Namespace = @namespace,
                Kustomization = release.ChartChanges.Kustomization,
                Files = release.ChartChanges.Files,
                AllowsPlugins = release.ChartChanges.AllowsPlugins,
            },
            cancellationToken)).ConfigureAwait(false);
    }

    // As helmfile does it: always as an install, with the chart's own values given once more, and with those single values alone that stand under set or that the user sets.
    private async Task<RenderRequest> RequestAsync(Release release, PreparedChart chart, ImmutableArray<string> values, ClusterCapabilities? cluster)
    {
        var reason = cluster is null ? null : await questions.ReasonAsync(release, chart.Facts, cluster).ConfigureAwait(false);
        if (reason is not null)
            ports.Log.Verbose($"{release.Id}: rendered with the server before its chart is changed, because {reason}.");

        var own = Path.Combine(chart.Path, "values.yaml");
        return new()
        {
            Chart = new()
            {
                Release = release.Id with { KubeContext = release.KubeContext },
                ChartPath = chart.Path,
                ValuesFiles = File.Exists(own) ? [own, .. values] : values,
                Sets = release.ChartChanges.Sets,
                SkipSchemaValidation = release.Rendering.SkipSchemaValidation,
            },
            KubeVersion = release.Rendering.KubeVersion ?? cluster?.KubeVersion,
            ApiVersions = [.. cluster?.ApiVersions ?? [], .. release.Rendering.ApiVersions],
            WithServer = reason is not null,
            TemplateArguments = release.Rendering.TemplateArguments,
        };
    }

    private Task<ChartFacts> InspectAsync(string chart) => Task.Run(() => ChartInspector.Inspect(chart), cancellationToken);
}
