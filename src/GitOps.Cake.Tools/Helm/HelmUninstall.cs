using GitOps.Cake.Cluster;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helm;

/// <summary><c>helm uninstall</c>.</summary>
internal static class HelmUninstall
{
    public static ToolCommand ToCommand(HelmProgram helm, ClusterAccess cluster, UninstallRequest request) =>
        HelmCommand.ToCluster(helm, cluster, request.Release,
        [
            "uninstall", request.Release.Name,
            .. HelmCommand.Namespace(request.Release),
            .. Args.Switch("--wait", request.Wait),
            .. Args.Option("--timeout", HelmCommand.Seconds(request.Timeout)),
            .. Args.Option("--cascade", request.Cascade),
            .. Args.Words(request.ExtraArguments),
        ]) with
        {
            Output = ToolOutputHandling.Discard,
            Purpose = $"uninstall the release {request.Release}",
            Advice = "Objects may be left although helm has dropped the release; see the namespace with `kubectl get all`.",
        };
}
