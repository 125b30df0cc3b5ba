using System.Collections.Concurrent;
using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Charts;
using GitOps.Cake.Helmfile.Charts.Changes;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>Brings each chart to this machine and reads it once, however many releases use it; one that a release changes is made for it.</summary>
internal sealed class ChartPreparation(IChartSource source, ChangedCharts changed, HelmSlots helm, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<ChartReference, Lazy<Task<PulledChart>>> _pulled = new();
    private readonly ConcurrentDictionary<(string Path, bool SkipDependencies), Lazy<Task<ChartFacts>>> _facts = new();

    /// <summary>For commands that know no cluster.</summary>
    /// <param name="ports">The outside world.</param>
    /// <param name="helm">The bound on helm processes.</param>
    /// <param name="cancellationToken">Stops the preparation.</param>
    public static ChartPreparation WithoutCluster(EnginePorts ports, HelmSlots helm, CancellationToken cancellationToken) =>
        new(ports.Charts, new(ports, new(ports.Renderer, helm, cancellationToken), helm, cancellationToken), helm, cancellationToken);

    /// <summary>The chart of a release.</summary>
    /// <param name="release">The release, with its values read.</param>
    /// <param name="repositories">The repositories that the state file declares.</param>
    /// <param name="cluster">What the cluster can do; null where none is asked.</param>
    /// <exception cref="GitOpsException">The chart cannot be had, read or changed.</exception>
    public async Task<PreparedChart> PrepareAsync(Release release, ImmutableArray<ChartRepository> repositories, ClusterCapabilities? cluster = null)
    {
        var path = release.ChartFolder ?? (await PullAsync(release).ConfigureAwait(false)).Path;
        var facts = ChartKinds.Of(path) == ChartKind.Chart && release.ChartChanges.Dependencies.IsEmpty ? await FactsAsync(release, path, repositories).ConfigureAwait(false) : null;
        return facts is null || ChangedCharts.AreNeeded(release, path)
            ? await changed.PrepareAsync(release, path, repositories, cluster).ConfigureAwait(false)
            : new(path, facts);
    }

    private Task<PulledChart> PullAsync(Release release)
    {
        var reference = release.ChartReference
            ?? throw new InvalidOperationException($"Release {release.Id} has neither a chart folder nor a chart reference.");
        return _pulled.GetOrAdd(reference, _ => new(() => helm.RunAsync(() => source.PullAsync(reference, cancellationToken)))).Value;
    }

    // A packed chart brings its dependencies along.
    private Task<ChartFacts> FactsAsync(Release release, string path, ImmutableArray<ChartRepository> repositories) =>
        _facts.GetOrAdd((path, release.SkipDependencies || release.ChartFolder is null || !Directory.Exists(path)), key => new(() => InspectAsync(path, key.SkipDependencies, repositories))).Value;

    private async Task<ChartFacts> InspectAsync(string path, bool skipDependencies, ImmutableArray<ChartRepository> repositories)
    {
        var facts = await Task.Run(() => ChartInspector.Inspect(path), cancellationToken).ConfigureAwait(false);
        if (facts.DueDependencies.IsEmpty || skipDependencies)
            return facts;

        await helm.RunAsync(() => source.BuildDependenciesAsync(path, repositories, cancellationToken)).ConfigureAwait(false);
        return await Task.Run(() => ChartInspector.Inspect(path), cancellationToken).ConfigureAwait(false);
    }
}
