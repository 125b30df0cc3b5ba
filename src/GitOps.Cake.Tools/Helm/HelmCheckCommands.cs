using System.Collections.Immutable;
using GitOps.Cake.Cluster;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helm;

/// <summary><c>helm lint</c>, <c>unittest</c>, <c>test</c> and <c>status</c>: exit code 1 is their answer that something is not as it should be.</summary>
internal static class HelmCheckCommands
{
    private static readonly ImmutableArray<int> Answers = [0, 1];

    public static ToolCommand Lint(HelmProgram helm, ChartInvocation chart) => Asking(
        HelmCommand.WithoutCluster(helm,
        [
            "lint", chart.ChartPath,
            .. HelmCommand.Namespace(chart.Release),
            .. HelmCommand.Values(chart),
            .. Args.Words(chart.ExtraArguments),
        ]),
        $"examine the chart of the release {chart.Release}");

    public static ToolCommand UnitTest(HelmProgram helm, UnitTestRequest request) => Asking(
        HelmCommand.WithoutCluster(helm,
        [
            "unittest", request.Chart.ChartPath,
            .. HelmCommand.Namespace(request.Chart.Release),
            .. HelmCommand.Values(request.Chart),
            .. Args.Switch("--failfast", request.FailFast),
            .. Args.Switch("--debugPlugin", request.DebugPlugin),
            .. Args.Each("--file", request.Files),
            .. Args.Words(request.Chart.ExtraArguments),
        ]),
        $"run the unit tests of the release {request.Chart.Release}") with
    {
        Advice = "The plugin can be installed with `helm plugin install https://github.com/helm-unittest/helm-unittest`.",
    };

    public static ToolCommand Test(HelmProgram helm, ClusterAccess cluster, TestRequest request) => Asking(
        HelmCommand.ToCluster(helm, cluster, request.Release,
        [
            "test", request.Release.Name,
            .. HelmCommand.Namespace(request.Release),
            .. Args.Switch("--logs", request.Logs),
            .. Args.Option("--timeout", HelmCommand.Seconds(request.Timeout)),
            .. Args.Words(request.ExtraArguments),
        ]),
        $"test the release {request.Release}");

    public static ToolCommand Status(HelmProgram helm, ClusterAccess cluster, ReleaseId release, ImmutableArray<string> arguments) => Asking(
        HelmCommand.ToCluster(helm, cluster, release, ["status", release.Name, .. HelmCommand.Namespace(release), .. Args.Words(arguments)]),
        $"tell the status of the release {release}");

    private static ToolCommand Asking(ToolCommand command, string purpose) => command with { Purpose = purpose, ExpectedExitCodes = Answers };
}
