using System.Collections.Immutable;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Programs;

/// <summary>
/// Variables that helmfile starts with. Those that would change what is worked on, or what the answer looks like, are taken away: the
/// scope decides the one, and the reader of the answer the other.
/// </summary>
internal static class CliEnvironment
{
    private static readonly string[] Removed =
    [
        "HELMFILE_ENVIRONMENT", "HELMFILE_FILE_PATH", "HELMFILE_NAMESPACE", "HELMFILE_KUBE_CONTEXT", "HELMFILE_HELM_BINARY",
        "HELMFILE_KUSTOMIZE_BINARY", "HELMFILE_REPO_RETRIES",
        "HELMFILE_QUIET", "HELMFILE_DEBUG", "HELMFILE_LOG_LEVEL", "HELMFILE_INTERACTIVE", "HELMFILE_NO_COLOR",
        "HELMFILE_USE_HELM_STATUS_TO_CHECK_RELEASE_EXISTENCE",
        "HELM_DIFF_COLOR", "HELM_DIFF_OUTPUT", "HELM_DIFF_OUTPUT_CONTEXT", "HELM_DIFF_TPL", "HELM_DIFF_THREE_WAY_MERGE",
        "HELM_NAMESPACE", "HELM_KUBECONTEXT", "HELM_DEBUG",
    ];

    public static ImmutableDictionary<string, Argument?> Variables { get; } = Removed
        .ToImmutableDictionary(name => name, _ => (Argument?)null)
        // Asking for a version would ask GitHub for the newest one.
        .Add("HELMFILE_UPGRADE_NOTICE_DISABLED", "1");
}
