using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Lists the releases of a helmfile: that of the context, by default the one of the command line.</summary>
[TaskName("HelmfileList")]
[TaskDescription("Lists the releases of a helmfile.")]
public sealed class HelmfileList : HelmfileListTask<IGitOpsContext>;
