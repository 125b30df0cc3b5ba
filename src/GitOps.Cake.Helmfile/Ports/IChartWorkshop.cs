namespace GitOps.Cake.Helmfile.Ports;

/// <summary>Makes charts of a run's own: in private folders, never in the place of the original.</summary>
public interface IChartWorkshop
{
    /// <summary>Puts a chart together.</summary>
    /// <param name="assembly">What it is made of.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The folder of the new chart, which lives as long as the run.</returns>
    /// <exception cref="GitOpsException">A part is missing or cannot be read, or a program that is needed is missing or refuses.</exception>
    Task<string> AssembleAsync(ChartAssembly assembly, CancellationToken cancellationToken);

    /// <summary>Changes what a chart renders.</summary>
    /// <param name="patch">How; the chart it names has to be one of <see cref="AssembleAsync"/>, and is changed in place.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="GitOpsException">The chart does not render, a patch fits nothing, or kubectl is missing.</exception>
    Task PatchAsync(ChartPatch patch, CancellationToken cancellationToken);
}
