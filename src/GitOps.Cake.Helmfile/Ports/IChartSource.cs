namespace GitOps.Cake.Helmfile.Ports;

/// <summary>Brings charts of repositories and registries to this machine, each once per run.</summary>
public interface IChartSource
{
    /// <summary>Resolves a version and pulls the chart into a folder that lives as long as the run.</summary>
    /// <param name="reference">Which chart.</param>
    /// <param name="cancellationToken">Stops the pull.</param>
    /// <exception cref="GitOpsException">The chart is not there, or its source cannot be reached or refuses.</exception>
    Task<PulledChart> PullAsync(ChartReference reference, CancellationToken cancellationToken);

    /// <summary>Completes a local chart whose <c>charts/</c> folder lacks dependencies that its <c>Chart.yaml</c> names.</summary>
    /// <param name="folder">The chart's folder.</param>
    /// <param name="repositories">The repositories that the state file declares; a dependency may name one by <c>@name</c>.</param>
    /// <param name="cancellationToken">Stops helm.</param>
    /// <exception cref="GitOpsException">A dependency is not there, or its source cannot be reached or refuses.</exception>
    Task BuildDependenciesAsync(
        string folder, IReadOnlyCollection<ChartRepository> repositories, CancellationToken cancellationToken);

    /// <summary>Resolves the dependencies of a local chart anew, fetches them, and writes its <c>Chart.lock</c>.</summary>
    /// <param name="folder">The chart's folder.</param>
    /// <param name="repositories">The repositories that the state file declares; a dependency may name one by <c>@name</c>.</param>
    /// <param name="cancellationToken">Stops helm.</param>
    /// <exception cref="GitOpsException">A dependency is not there, or its source cannot be reached or refuses.</exception>
    Task UpdateDependenciesAsync(
        string folder, IReadOnlyCollection<ChartRepository> repositories, CancellationToken cancellationToken);
}
