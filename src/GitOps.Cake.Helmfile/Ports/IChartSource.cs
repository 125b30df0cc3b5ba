namespace GitOps.Cake.Helmfile.Ports;

/// <summary>Brings charts of repositories and registries to this machine, each once per run.</summary>
public interface IChartSource
{
    /// <summary>Resolves a version and pulls the chart into a folder that lives as long as the run.</summary>
    /// <param name="reference">Which chart.</param>
    /// <param name="cancellationToken">Stops the pull.</param>
    /// <exception cref="GitOpsException">The chart is not there, or its source cannot be reached or refuses.</exception>
    Task<PulledChart> PullAsync(ChartReference reference, CancellationToken cancellationToken);
}
