namespace GitOps.Cake.Cluster;

/// <summary>How a run gets to its clusters.</summary>
/// <param name="KubeConfig">The kubeconfig file; kubectl's own choice where null.</param>
/// <param name="KubeContext">The context where a release names none; the kubeconfig's current one where null.</param>
internal sealed record ClusterAccess(string? KubeConfig = null, string? KubeContext = null);
