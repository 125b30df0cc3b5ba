using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Uninstalls every release of a helmfile: that of the context, by default the one of the command line.</summary>
[TaskName("HelmfileDestroy")]
[TaskDescription("Uninstalls every release of a helmfile.")]
public sealed class HelmfileDestroy : HelmfileDestroyTask<IGitOpsContext>;
