using Cake.Frosting;
using GitOps.Cake.Helmfile;

namespace Build.Tasks;

[TaskName("Deploy")]
[TaskDescription("Deploys build/deploy/helmfile.yaml: to this checkout's sandbox, unless --context names another cluster.")]
[IsDependentOn(typeof(Sandbox))]
public sealed class Deploy : HelmfileApplyTask<BuildContext>
{
    protected override HelmfileApplySettings Settings(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new() { Scope = context.Demo };
    }
}
