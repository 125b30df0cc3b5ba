namespace GitOps.Cake.Plans;

/// <summary>A cluster as an approval binds it: not by its address or the name of a context, but by its identity.</summary>
/// <param name="KubeContext">The context of the kubeconfig that leads to it; empty for the kubeconfig's current one.</param>
/// <param name="Uid">The UID of the namespace <c>kube-system</c>, which lives as long as the cluster.</param>
public sealed record PlannedCluster(string KubeContext, string Uid);
