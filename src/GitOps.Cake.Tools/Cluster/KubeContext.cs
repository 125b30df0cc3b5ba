namespace GitOps.Cake.Cluster;

/// <summary>A context of a kubeconfig: a cluster, a user, and the namespace where none is named.</summary>
internal sealed record KubeContext(string Name, string? Cluster, string? User, string? Namespace);
