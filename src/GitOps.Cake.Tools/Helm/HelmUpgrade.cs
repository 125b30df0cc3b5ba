using GitOps.Cake.Cluster;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helm;

/// <summary><c>helm upgrade --install</c>, with the flags of helm 3 or 4, in helmfile's order.</summary>
internal static class HelmUpgrade
{
    /// <exception cref="GitOpsException">An option needs helm 4.</exception>
    public static ToolCommand ToCommand(HelmProgram helm, ClusterAccess cluster, UpgradeRequest request)
    {
        var (chart, options) = (request.Chart, request.Options);
        Refuse(helm, request);
        var command = HelmCommand.ToCluster(helm, cluster, chart.Release,
        [
            "upgrade", "--install", chart.Release.Name, chart.ChartPath,
            .. Args.Switch("--devel", chart.Devel),
            .. Args.Switch("--enable-dns", chart.EnableDns),
            .. Args.Switch(options.LegacyWait && helm.IsHelm4 ? "--wait=legacy" : "--wait", options.Wait),
            .. Args.Switch("--wait-for-jobs", options.WaitForJobs),
            .. Args.Switch("--verify", options.Verify),
            .. Args.Option("--keyring", options.Verify ? options.Keyring : null),
            .. Args.Option("--timeout", HelmCommand.Seconds(options.Timeout)),
            .. Args.Switch(helm.IsHelm4 ? "--force-replace" : "--force", options.Force),
            .. Args.Switch("--force-conflicts", options.ForceConflicts),
            .. Args.Switch("--recreate-pods", options.RecreatePods && !helm.IsHelm4),
            .. Args.Switch(helm.IsHelm4 ? "--rollback-on-failure" : "--atomic", options.RollbackOnFailure),
            .. Args.Switch("--cleanup-on-fail", options.CleanupOnFail),
            .. Args.Switch("--create-namespace", options.CreateNamespace),
            .. Args.Switch("--disable-openapi-validation", options.DisableOpenApiValidation),
            .. Args.Option("--labels", string.Join(',', options.Labels.Select(label => $"{label.Key}={label.Value}"))),
            .. HelmCommand.PostRenderer(helm, chart),
            .. Args.Option("--description", options.Description),
            .. HelmCommand.PostRendererArguments(chart),
            .. Args.Switch("--skip-schema-validation", chart.SkipSchemaValidation),
            .. Args.Switch("--hide-notes", options.HideNotes && helm.Version.CompareTo(HelmVersion.HidesNotes) >= 0),
            .. Args.Switch("--take-ownership", options.TakeOwnership && helm.Version.CompareTo(HelmVersion.TakesOwnership) >= 0),
            .. Args.Option("--server-side", options.ServerSide),
            .. Args.Words(options.SyncArguments),
            .. HelmCommand.Namespace(chart.Release),
            .. HelmCommand.Values(chart),
            .. Args.Switch("--skip-crds", options.SkipCrds),
            options.ReuseValues ? "--reuse-values" : "--reset-values",
            .. Args.Option("--history-max", options.HistoryMax.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            .. Args.Words(chart.ExtraArguments),
        ]);
        return HelmCommand.InFolderOf(command, chart) with
        {
            Output = ToolOutputHandling.Discard,
            Purpose = $"upgrade the release {chart.Release}",
            Advice = $"See what helm left behind with `helm history {HelmCommand.InWords(chart.Release)}`; a failed revision is tried again by the next apply.",
        };
    }

    private static void Refuse(HelmProgram helm, UpgradeRequest request)
    {
        if (!helm.IsHelm4 && (request.Options.ForceConflicts || request.Options.ServerSide is not null))
        {
            throw new GitOpsException($"""
                The release {request.Chart.Release} asks for {(request.Options.ForceConflicts ? "forceConflicts" : "serverSide")}, which helm {helm.Version} does not know.
                Use helm 4, or take the option out of the release.
                """);
        }
    }
}
