using System.Collections.Concurrent;
using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Charts;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>Brings each chart to this machine and reads it once, however many releases use it.</summary>
internal sealed class ChartPreparation(IChartSource source, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<ChartReference, Lazy<Task<PulledChart>>> _pulled = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<ChartFacts>>> _facts = new(StringComparer.Ordinal);

    public async Task<PreparedChart> PrepareAsync(Release release, ImmutableArray<ChartRepository> repositories)
    {
        var path = release.ChartFolder ?? (await PullAsync(release).ConfigureAwait(false)).Path;
        var facts = await _facts.GetOrAdd(path, _ => new(() => InspectAsync(path, repositories))).Value.ConfigureAwait(false);
        return new(path, facts);
    }

    private Task<PulledChart> PullAsync(Release release)
    {
        var reference = release.ChartReference
            ?? throw new InvalidOperationException($"Release {release.Id} has neither a chart folder nor a chart reference.");
        return _pulled.GetOrAdd(reference, _ => new(() => source.PullAsync(reference, cancellationToken))).Value;
    }

    private async Task<ChartFacts> InspectAsync(string path, ImmutableArray<ChartRepository> repositories)
    {
        var facts = await Task.Run(() => ChartInspector.Inspect(path), cancellationToken).ConfigureAwait(false);
        if (facts.MissingDependencies.IsEmpty)
            return facts;

        await source.BuildDependenciesAsync(path, repositories, cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => ChartInspector.Inspect(path), cancellationToken).ConfigureAwait(false);
    }
}
