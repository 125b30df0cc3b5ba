using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Arguments;

/// <summary>The options that every command takes; they stand in front of it.</summary>
internal static class GlobalLine
{
    /// <summary>The options of a scope.</summary>
    /// <param name="scope">What is worked on.</param>
    /// <param name="helm">The helm program; it is named even where the state file names another one.</param>
    public static IEnumerable<Argument> Of(HelmfileScope scope, string? helm) =>
    [
        "--no-color",
        .. Args.Option("--helm-binary", helm),
        .. Args.Option("--kustomize-binary", scope.KustomizeBinary),
        .. Args.Option("--file", scope.File),
        .. Args.Option("--environment", scope.Environment),
        .. Args.Each("--selector", scope.Selectors),
        .. Args.Option("--namespace", scope.Namespace),
        .. Args.Option("--chart", scope.Chart),
        .. Args.Option("--kubeconfig", scope.KubeConfig),
        .. Args.Option("--kube-context", scope.KubeContext),
        .. Args.Each("--state-values-file", scope.StateValuesFiles),
        .. CliArgs.EachAssignment("--state-values-set", scope.StateValuesSet),
        .. CliArgs.EachAssignment("--state-values-set-string", scope.StateValuesSetString),
        .. Args.Switch("--skip-deps", scope.SkipDeps),
        .. Args.Switch("--skip-refresh", scope.SkipRefresh),
        .. Args.Switch("--disable-force-update", scope.DisableForceUpdate),
        .. Args.Switch("--oci-plain-http", scope.OciPlainHttp),
        .. CliArgs.Number("--repo-retries", scope.RepoRetries),
        .. Args.Switch("--allow-no-matching-release", scope.AllowNoMatchingRelease),
        .. Args.Switch("--sequential-helmfiles", scope.SequentialHelmfiles),
    ];
}
