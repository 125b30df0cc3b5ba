using GitOps.Cake.Cluster;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helm;

/// <summary>Renders charts with the helm program.</summary>
internal sealed class HelmChartRenderer(IToolRunner runner, HelmProgram helm, ClusterAccess cluster, RunFolder folder) : IChartRenderer
{
    public async Task<string> RenderAsync(RenderRequest request, CancellationToken cancellationToken) => request switch
    {
        { OutputFolder: { } output, Chart.PostRenderer: not null } when !helm.IsHelm4 => await RewrittenAsync(request, output, cancellationToken).ConfigureAwait(false),
        _ => (await runner.RunAsync(HelmTemplate.ToCommand(helm, cluster, request), cancellationToken).ConfigureAwait(false)).StandardOutput,
    };

    // Helm 3 writes files before a post-renderer sees them. As with helmfile, what it makes of all of them is one file then.
    private async Task<string> RewrittenAsync(RenderRequest request, string output, CancellationToken cancellationToken)
    {
        var text = await RenderAsync(request with { OutputFolder = null }, cancellationToken).ConfigureAwait(false);
        var templates = Directory.CreateDirectory(Path.Combine(output, "templates"));
        await File.WriteAllTextAsync(Path.Combine(templates.FullName, $"{request.Chart.Release.Name}.yaml"), text, cancellationToken).ConfigureAwait(false);
        return "";
    }

    public Task<IReadOnlySet<string>> ListBuiltInApiVersionsAsync(CancellationToken cancellationToken) =>
        HelmProbe.ListApiVersionsAsync(runner, helm, folder, cancellationToken);
}
