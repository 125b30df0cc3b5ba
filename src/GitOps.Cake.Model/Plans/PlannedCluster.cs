namespace GitOps.Cake.Plans;

/// <summary>A cluster as an approval binds it: not by its address or by a machine's name for it, but by its identity.</summary>
/// <param name="KubeContext">
/// The context that the state file names for releases of this cluster; empty for the releases that name none, whichever context
/// the scope chose for them (that one stands in <see cref="PlanOrigin.KubeContext"/>, since a laptop and a CI runner name it differently).
/// </param>
/// <param name="Uid">The UID of the namespace <c>kube-system</c>, which lives as long as the cluster.</param>
public sealed record PlannedCluster(string KubeContext, string Uid);
