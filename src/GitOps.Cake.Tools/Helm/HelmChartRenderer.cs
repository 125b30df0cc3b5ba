using GitOps.Cake.Cluster;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helm;

/// <summary>Renders charts with the helm program.</summary>
internal sealed class HelmChartRenderer(IToolRunner runner, HelmProgram helm, ClusterAccess cluster, RunFolder folder) : IChartRenderer
{
    public async Task<string> RenderAsync(RenderRequest request, CancellationToken cancellationToken) =>
        (await runner.RunAsync(HelmTemplate.ToCommand(helm, cluster, request), cancellationToken).ConfigureAwait(false)).StandardOutput;

    public Task<IReadOnlySet<string>> ListBuiltInApiVersionsAsync(CancellationToken cancellationToken) =>
        HelmProbe.ListApiVersionsAsync(runner, helm, folder, cancellationToken);
}
