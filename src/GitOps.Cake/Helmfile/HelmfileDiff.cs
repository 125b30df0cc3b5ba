using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Compares the helmfile of the context, by default the one of the command line, with its cluster, and publishes the plan.</summary>
[TaskName("HelmfileDiff")]
[TaskDescription("Compares a helmfile with its cluster and shows what an apply would change.")]
public sealed class HelmfileDiff : HelmfileDiffTask<IGitOpsContext>;
