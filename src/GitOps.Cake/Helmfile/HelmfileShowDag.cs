using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Tells the order in which releases are deployed: that of the context, by default the one of the command line.</summary>
[TaskName("HelmfileShowDag")]
[TaskDescription("Tells the order in which releases are deployed.")]
public sealed class HelmfileShowDag : HelmfileShowDagTask<IGitOpsContext>;
