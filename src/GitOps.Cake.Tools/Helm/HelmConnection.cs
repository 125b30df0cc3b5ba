namespace GitOps.Cake.Helm;

/// <summary>Which cluster helm talks to where a release names no context of its own.</summary>
/// <param name="KubeConfig">The kubeconfig file; helm's own choice where null.</param>
/// <param name="KubeContext">The context; the kubeconfig's current one where null.</param>
internal sealed record HelmConnection(string? KubeConfig = null, string? KubeContext = null);
