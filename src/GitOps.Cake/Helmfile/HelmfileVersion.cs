using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Tells the versions of the engine and of helm: as the command line says.</summary>
[TaskName("HelmfileVersion")]
[TaskDescription("Tells the versions of the engine and of helm.")]
public sealed class HelmfileVersion : HelmfileVersionTask<IGitOpsContext>;
