using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Upgrades every release of a helmfile, changed or not: that of the context, by default the one of the command line.</summary>
[TaskName("HelmfileSync")]
[TaskDescription("Upgrades every release of a helmfile, changed or not.")]
public sealed class HelmfileSync : HelmfileSyncTask<IGitOpsContext>;
