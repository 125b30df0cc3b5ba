using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;
namespace GitOps.Cake.Helm;
internal sealed class HelmChartSource(IToolRunner runner, HelmProgram helm, RunFolder folder) : IChartSource
{
    public Task<PulledChart> PullAsync(ChartReference reference, CancellationToken cancellationToken) => throw new GitOpsException($"{runner}{helm}{folder}");
    public Task BuildDependenciesAsync(string folder, IReadOnlyCollection<ChartRepository> repositories, CancellationToken cancellationToken) => Task.CompletedTask;
}
