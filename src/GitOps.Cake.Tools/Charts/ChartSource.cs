using System.Collections.Concurrent;
using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Charts;

/// <summary>Pulls charts with the helm program, each once per run.</summary>
internal sealed class ChartSource(IToolRunner runner, HelmProgram helm, RunFolder folder) : IChartSource
{
    private readonly ConcurrentDictionary<ChartReference, Lazy<Task<PulledChart>>> _pulled = new();
    private readonly ConcurrentDictionary<string, Lazy<Task>> _built = new(StringComparer.Ordinal);
    private readonly HelmHomes _homes = new(runner, helm, folder);

    public Task<PulledChart> PullAsync(ChartReference reference, CancellationToken cancellationToken) =>
        _pulled.GetOrAdd(reference, _ => new(() => PullOnceAsync(reference, cancellationToken))).Value;

    public Task BuildDependenciesAsync(
        string folder, IReadOnlyCollection<ChartRepository> repositories, CancellationToken cancellationToken) =>
        _built.GetOrAdd(Path.GetFullPath(folder), chart => new(() => BuildOnceAsync(chart, repositories, cancellationToken))).Value;

    private async Task<PulledChart> PullOnceAsync(ChartReference reference, CancellationToken cancellationToken)
    {
        // A chart of a repository that nobody declared is resolved with the user's own configuration of helm.
        var home = reference.Repository is { } repository
            ? await _homes.ForAsync(repository, cancellationToken).ConfigureAwait(false)
            : HelmHome.OfUser;
        var target = folder.CreateFolder(Path.GetFileName(reference.Name).Split('@')[0]);
        await runner.RunAsync(home.Apply(HelmPull.ToCommand(helm, reference, target)), cancellationToken).ConfigureAwait(false);
        var chart = Directory.EnumerateDirectories(target).Single();
        return new(chart, ChartDescription.Read(chart).Version);
    }

    public async Task UpdateDependenciesAsync(
        string folder, IReadOnlyCollection<ChartRepository> repositories, CancellationToken cancellationToken)
    {
        var home = await HomeAsync(folder, repositories, cancellationToken).ConfigureAwait(false);
        await runner.RunAsync(home.Apply(HelmDependency.Update(helm, folder, repositories)), cancellationToken).ConfigureAwait(false);
    }

    private async Task BuildOnceAsync(
        string chart, IReadOnlyCollection<ChartRepository> repositories, CancellationToken cancellationToken)
    {
        var home = await HomeAsync(chart, repositories, cancellationToken).ConfigureAwait(false);
        await runner.RunAsync(home.Apply(HelmDependency.Build(helm, chart, repositories)), cancellationToken).ConfigureAwait(false);
    }

    private Task<HelmHome> HomeAsync(string chart, IReadOnlyCollection<ChartRepository> repositories, CancellationToken cancellationToken) =>
        _homes.ForDependenciesAsync(repositories, ChartDescription.Read(chart).Repositories, cancellationToken);
}
