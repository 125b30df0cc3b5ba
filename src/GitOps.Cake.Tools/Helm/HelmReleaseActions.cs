using GitOps.Cake.Cluster;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helm;

/// <summary>Changes releases with the helm program; what it prints goes to the log.</summary>
internal sealed class HelmReleaseActions(IToolRunner runner, HelmProgram helm, ClusterAccess cluster, IRunLog log) : IReleaseActions
{
    public Task UpgradeAsync(UpgradeRequest request, CancellationToken cancellationToken) =>
        runner.RunAsync(HelmUpgrade.ToCommand(helm, cluster, request), Tell(request.Chart.Release.Name), cancellationToken);

    public Task UninstallAsync(UninstallRequest request, CancellationToken cancellationToken) =>
        runner.RunAsync(HelmUninstall.ToCommand(helm, cluster, request), Tell(request.Release.Name), cancellationToken);

    private Action<ToolLine> Tell(string release) => line => log.Verbose($"{release} | {line.Text}");
}
