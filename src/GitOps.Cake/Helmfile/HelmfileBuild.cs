using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Puts the state files of a helmfile together: that of the context, by default the one of the command line.</summary>
[TaskName("HelmfileBuild")]
[TaskDescription("Puts the state files of a helmfile together.")]
public sealed class HelmfileBuild : HelmfileBuildTask<IGitOpsContext>;
