using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Has the real helmfile check helm and install its plugins: as the command line says.</summary>
[TaskName("HelmfileInit")]
[TaskDescription("Has the real helmfile check helm and install its plugins.")]
public sealed class HelmfileInit : HelmfileInitTask<IGitOpsContext>;
