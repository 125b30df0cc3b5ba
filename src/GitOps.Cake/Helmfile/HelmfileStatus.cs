using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Asks for the status of deployed releases: that of the context, by default the one of the command line.</summary>
[TaskName("HelmfileStatus")]
[TaskDescription("Asks for the status of deployed releases.")]
public sealed class HelmfileStatus : HelmfileStatusTask<IGitOpsContext>;
