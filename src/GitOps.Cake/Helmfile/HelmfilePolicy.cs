using Cake.Frosting;
using GitOps.Cake.Policies;

namespace GitOps.Cake.Helmfile;

/// <summary>Fails where the plan of this run would take a risk: remove CRDs, claims or namespaces, reinstall StatefulSets, uninstall releases.</summary>
[TaskName("HelmfilePolicy")]
[TaskDescription("Fails where the plan takes a risk, with the whole list.")]
[IsDependentOn(typeof(HelmfileDiff))]
public sealed class HelmfilePolicy : HelmfilePolicyTask<IGitOpsContext>
{
    /// <inheritdoc/>
    protected override PlanPolicy Policy(IGitOpsContext context) => PlanPolicy.Careful;
}
