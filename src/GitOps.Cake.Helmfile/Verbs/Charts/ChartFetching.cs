using System.Collections.Concurrent;
using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.Verbs.Build;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Verbs.Charts;

/// <summary><c>fetch</c>: brings the charts of releases to this machine, and into a folder where one is named; local ones as well.</summary>
internal sealed class ChartFetching(EnginePorts ports, Walk walk, string workspace)
{
    private const string DefaultFolder =
        "{{ .OutputDir }}{{ if .Release.Namespace }}/{{ .Release.Namespace }}{{ end }}{{ if .Release.KubeContext }}/{{ .Release.KubeContext }}{{ end }}"
        + "/{{ .Release.Name }}/{{ .ChartName }}/{{ or .Release.Version \"latest\" }}";

    public async Task<FetchedCharts> RunAsync(HelmfileFetchSettings settings, CancellationToken cancellationToken)
    {
        if (settings.WriteOutput && string.IsNullOrEmpty(settings.OutputDir))
            throw new InvalidSettingsException("WriteOutput (--write-output) needs OutputDir (--output-dir): a state file cannot name charts that are gone after the run.");

        using var helm = new HelmSlots(HelmBound.ForRendering(settings.Scope.Concurrency), cancellationToken);
        var charts = ChartPreparation.WithoutCluster(ports, helm, cancellationToken);
        var output = Output(settings);
        var helmfiles = new ConcurrentDictionary<string, SelectedHelmfile>(StringComparer.Ordinal);
        var work = new Work("pull", settings.Scope) { FollowsNeeds = false, MatchesDeclared = true, CleansUpReleases = false };
        var fetched = await new ReleaseWork(walk, work, HelmBound.ForRendering(settings.Scope.Concurrency)).EachAsync(
            (helmfile, release) => FetchAsync(charts, output, helmfiles.GetOrAdd(helmfile.File, helmfile), release), cancellationToken).ConfigureAwait(false);
        return new() { Charts = fetched, State = settings.WriteOutput ? await WriteAsync([.. helmfiles.Values], fetched, cancellationToken).ConfigureAwait(false) : null };
    }

    private OutputPath? Output(HelmfileFetchSettings settings)
    {
        if (string.IsNullOrEmpty(settings.OutputDir))
            return null;

        var template = settings.OutputDirTemplate is { Length: > 0 } own ? own : DefaultFolder;
        return new("OutputDirTemplate (--output-dir-template)", template, Path.GetFullPath(settings.OutputDir, workspace));
    }

    private async Task<FetchedChart> FetchAsync(ChartPreparation charts, OutputPath? output, SelectedHelmfile helmfile, Release release)
    {
        ports.Log.Information($"Fetching {release.Chart}");
        var chart = await charts.PrepareAsync(release, helmfile.Repositories).ConfigureAwait(false);
        if (output is null || File.Exists(chart.Path))
            return new() { Release = release.Id, Chart = release.Chart, Path = chart.Path };

        // As helmfile has it, a local chart lies in the folder itself, and a pulled one in a folder of its name below.
        var folder = output.Of(helmfile.Helmfile.State!, release, Name(release));
        var path = release.ChartFolder is null ? Path.Combine(folder, Path.GetFileName(chart.Path)) : folder;
        Copy(chart.Path, path);
        return new() { Release = release.Id, Chart = release.Chart, Path = path };
    }

    // With helmfile, a chart of a repository goes by the name of both.
    private static string Name(Release release) => release.ChartReference is { Repository.Oci: false }
        ? release.Chart
        : Path.GetFileName(release.Chart.TrimEnd('/'));

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)), overwrite: true);
    }

    private static Task<string> WriteAsync(ImmutableArray<SelectedHelmfile> helmfiles, ImmutableArray<FetchedChart> fetched, CancellationToken cancellationToken)
    {
        if (helmfiles is not [var helmfile])
            throw new InvalidSettingsException($"WriteOutput (--write-output) makes one state file, but releases of {helmfiles.Length} were fetched. Name a single file that has no 'helmfiles'.");

        var paths = fetched.ToDictionary(chart => chart.Release, chart => chart.Path);
        ImmutableArray<Release> releases = [.. helmfile.Releases.Select(release => At(release, paths))];
        return StateBuild.WriteAsync(helmfile.Helmfile.State!, releases, embed: false, cancellationToken);
    }

    private static Release At(Release release, Dictionary<ReleaseId, string> paths)
    {
        if (!paths.TryGetValue(release.Id, out var path) || path == release.ChartFolder)
            return release;

        var definition = release.Definition!.Copy();
        definition.Set("chart", path);
        return release with { Definition = definition };
    }
}
