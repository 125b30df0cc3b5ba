using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helm;

/// <summary>Renders charts with the helm program.</summary>
internal sealed class HelmChartRenderer(IToolRunner runner, HelmProgram helm, HelmConnection connection) : IChartRenderer
{
    public async Task<string> RenderAsync(RenderRequest request, CancellationToken cancellationToken) =>
        (await runner.RunAsync(HelmTemplate.ToCommand(helm, connection, request), cancellationToken).ConfigureAwait(false)).StandardOutput;
}
