using Cake.Frosting;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Pipelines;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>An apply of a team that wants every plan approved.</summary>
[TaskName("ApprovedOnly")]
public sealed class ApprovedOnly : GitOpsMainTask<BenchContext>
{
    protected override HelmfileApplySettings Settings(BenchContext context) => new() { Scope = context.Helmfile };

    protected override bool RequiresApproval(BenchContext context) => true;
}
