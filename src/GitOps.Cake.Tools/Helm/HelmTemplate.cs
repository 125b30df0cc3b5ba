using System.Collections.Immutable;
using GitOps.Cake.Cluster;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helm;

/// <summary><c>helm template</c>.</summary>
internal static class HelmTemplate
{
    public static ToolCommand ToCommand(HelmProgram helm, ClusterAccess cluster, RenderRequest request)
    {
        var chart = request.Chart;
        Argument[] arguments =
        [
            "template", chart.Release.Name, chart.ChartPath,
            .. Args.Switch("--devel", chart.Devel),
            .. Args.Switch("--enable-dns", chart.EnableDns),
            .. HelmCommand.PostRenderer(helm, chart),
            .. HelmCommand.PostRendererArguments(chart),
            .. Args.Switch("--is-upgrade", request.IsUpgrade),
            .. Args.Switch("--no-hooks", request.NoHooks),
            .. ApiVersions(request.ApiVersions),
            .. Args.Option("--kube-version", request.KubeVersion),
            .. Args.Each("--show-only", request.ShowOnly),
            .. Args.Switch("--skip-schema-validation", chart.SkipSchemaValidation),

            // Helm 3 asks the server for its version and API list only when it validates, and lets templates look objects up only
            // in a dry run by the server; helm 4 does both for the latter and refuses the two together.
            .. Args.Switch("--validate", request.Validate || (request.WithServer && !helm.IsHelm4)),
            .. Args.Switch("--dry-run=server", request.WithServer),
            .. Args.Words(request.TemplateArguments),
            .. HelmCommand.Namespace(chart.Release),
            .. HelmCommand.Values(chart),
            .. Args.Option("--output-dir", request.OutputFolder),
            .. Args.Switch("--include-crds", request.IncludeCrds),
            .. Args.Switch("--skip-tests", request.SkipTests),
            .. Args.Words(UpgradeOnlyWords.LeaveOut(chart.ExtraArguments)),
        ];
        var command = ReachesCluster(request)
            ? HelmCommand.Brief(HelmCommand.ToCluster(helm, cluster, chart.Release, arguments))
            : HelmCommand.WithoutCluster(helm, arguments);
        return HelmCommand.InFolderOf(command, chart) with
        {
            Purpose = $"render the release {chart.Release}",
            Advice = "Correct the chart or its values.",
        };
    }

    /// <summary>Whether helm may talk to the cluster, by a setting or by a word of the state file.</summary>
    private static bool ReachesCluster(RenderRequest request) =>
        request.WithServer || request.Validate
        || request.TemplateArguments.Concat(request.Chart.ExtraArguments).Any(word =>
            word.StartsWith("--validate", StringComparison.Ordinal) || word.StartsWith("--dry-run", StringComparison.Ordinal));

    /// <summary>A cluster serves hundreds; a message shows how many there are.</summary>
    private static IEnumerable<Argument> ApiVersions(ImmutableArray<string> versions) =>
        versions.Select((version, index) => Argument.Abridged(
            $"--api-versions={version}", index == 0 ? $"--api-versions=...({versions.Length})" : ""));
}
