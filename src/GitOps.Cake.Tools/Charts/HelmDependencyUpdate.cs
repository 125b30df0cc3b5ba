using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Charts;

/// <summary><c>helm dependency update</c>. The indexes of the repositories are fresh: they were added a moment ago.</summary>
internal static class HelmDependencyUpdate
{
    public static ToolCommand ToCommand(HelmProgram helm, string chart, IReadOnlyCollection<ChartRepository> repositories) =>
        HelmCommand.WithoutCluster(helm,
        [
            "dependency", "update", chart, "--skip-refresh",
            .. Args.Switch("--plain-http", repositories.Any(repository => repository is { Oci: true, PlainHttp: true })),
        ]) with
        {
            Output = ToolOutputHandling.Discard,
            Purpose = $"resolve the dependencies of the chart {chart}",
            Advice = "Correct the dependencies or their versions, and declare their repositories in the state file.",
        };
}
