using GitOps.Cake.Helm;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Charts;

/// <summary><c>helm dependency build</c> and <c>update</c>. The indexes of the repositories are fresh: they were added a moment ago.</summary>
internal static class HelmDependency
{
    /// <summary>Fetches what <c>Chart.lock</c> names.</summary>
    public static ToolCommand Build(HelmProgram helm, string chart, IReadOnlyCollection<ChartRepository> repositories) =>
        ToCommand(helm, "build", chart, repositories) with
        {
            Purpose = $"fetch the dependencies of the chart {chart}",
            Advice = "Correct the dependencies in Chart.yaml, declare their repositories in the state file, or bring Chart.lock up to date with `helm dependency update`.",
        };

    /// <summary>Resolves what <c>Chart.yaml</c> asks for, and locks it.</summary>
    public static ToolCommand Update(HelmProgram helm, string chart, IReadOnlyCollection<ChartRepository> repositories) =>
        ToCommand(helm, "update", chart, repositories) with
        {
            Purpose = $"resolve the dependencies of the chart {chart}",
            Advice = "Correct the dependencies or their versions, and declare their repositories in the state file.",
        };

    private static ToolCommand ToCommand(HelmProgram helm, string verb, string chart, IReadOnlyCollection<ChartRepository> repositories) =>
        HelmCommand.WithoutCluster(helm,
        [
            "dependency", verb, chart, "--skip-refresh",
            .. Args.Switch("--plain-http", repositories.Any(repository => repository is { Oci: true, PlainHttp: true })),
        ]) with
        {
            Output = ToolOutputHandling.Discard,
        };
}
