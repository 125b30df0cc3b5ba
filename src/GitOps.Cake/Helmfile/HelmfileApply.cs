using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Applies the helmfile of the context, by default the one of the command line, to its cluster, and publishes the report.</summary>
[TaskName("HelmfileApply")]
[TaskDescription("Applies a helmfile to its cluster: plans everything, then changes what differs.")]
public sealed class HelmfileApply : HelmfileApplyTask<IGitOpsContext>;
