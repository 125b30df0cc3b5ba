using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Conformance.Engine;

/// <summary>Makes a scope of the global flags, and of the variables that stand in for them.</summary>
internal static class ScopeReader
{
    /// <exception cref="RefusedFlagException">A flag asks for what the engine does not do.</exception>
    public static HelmfileScope Read(CommandLine line, EngineRequest request)
    {
        foreach (var refused in new[] { "interactive", "enable-live-output", "allow-failed-releases" }.Where(line.IsOn))
            throw new RefusedFlagException($"--{refused} is not supported by the native engine.");

        return new()
        {
            File = line.Text("file") ?? (request.File.Length > 0 ? request.File : Variable("FILE_PATH")),
            Environment = line.Text("environment") ?? Variable("ENVIRONMENT"),
            Selectors = line.Texts("selector"),
            Namespace = line.Text("namespace") ?? Variable("NAMESPACE"),
            Chart = line.Text("chart"),
            AllowNoMatchingRelease = line.IsOn("allow-no-matching-release"),
            KubeContext = line.Text("kube-context") ?? Variable("KUBE_CONTEXT"),
            UseCurrentContext = true,
            KubeConfig = line.Text("kubeconfig"),
            HelmBinary = line.Text("helm-binary") is { } helm && helm != "helm" ? helm : request.Helm,
            StateValuesSet = line.Texts("state-values-set"),
            StateValuesSetString = line.Texts("state-values-set-string"),
            StateValuesFiles = line.Texts("state-values-file"),
            Concurrency = line.Number("concurrency") is > 0 and var count ? count : null,
            SkipDeps = line.IsOn("skip-deps"),
            SkipRefresh = line.IsOn("skip-refresh"),
            SequentialHelmfiles = line.IsOn("sequential-helmfiles"),
            KustomizeBinary = line.Text("kustomize-binary"),
            OciPlainHttp = line.IsOn("oci-plain-http"),
            DisableForceUpdate = line.IsOn("disable-force-update"),
            RepoRetries = line.Number("repo-retries"),
        };
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable($"HELMFILE_{name}") is { Length: > 0 } value ? value : null;
}
