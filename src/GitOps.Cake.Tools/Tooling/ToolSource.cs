using System.Collections.Immutable;

namespace GitOps.Cake.Tooling;

/// <summary>The ways in which a tool of this library can be supplied.</summary>
/// <param name="Name">The program's name, as on the <c>PATH</c>.</param>
/// <param name="Variable">The environment variable that names it.</param>
/// <param name="Setting">The setting that names it, in words.</param>
internal sealed record ToolSource(string Name, string Variable, string Setting)
{
    /// <summary>Where the tool lies in a tool folder; the first that is there is taken.</summary>
    public ImmutableArray<string> FolderPaths { get; init; } = [];

    /// <summary>How the tool is installed, a full sentence.</summary>
    public string Installation { get; init; } = "";

    public static ToolSource Helm { get; } = new("helm", "HELM_BIN", "the scope's HelmBinary (--helm)")
    {
        FolderPaths = ["helm-4/helm", "helm-3/helm", "helm"],
        Installation = "Helm can be installed as https://helm.sh/docs/intro/install/ describes.",
    };

    public static ToolSource Helmfile { get; } = new("helmfile", "HELMFILE_BIN", "the scope's HelmfileBinary (--helmfile-binary)")
    {
        FolderPaths = ["helmfile"],
        Installation = "Helmfile can be installed as https://helmfile.readthedocs.io/en/latest/#installation describes. The native engine (--engine=native) needs none.",
    };

    public static ToolSource Kubectl { get; } = new("kubectl", "KUBECTL_BIN", "a full path in the command")
    {
        FolderPaths = ["kubectl"],
        Installation = "Kubectl can be installed as https://kubernetes.io/docs/tasks/tools/ describes.",
    };

    public static ToolSource Kustomize { get; } = new("kustomize", "HELMFILE_KUSTOMIZE_BINARY", "the scope's KustomizeBinary (--kustomize-binary)")
    {
        Installation = "Kustomize can be installed as https://kubectl.docs.kubernetes.io/installation/kustomize/ describes; without the setting, kubectl does its work.",
    };

    public static ToolSource Git { get; } = new("git", "GIT_BIN", "a full path in the command")
    {
        Installation = "Git can be installed as https://git-scm.com/downloads describes.",
    };
}
