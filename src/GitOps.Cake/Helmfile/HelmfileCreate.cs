using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Has the real helmfile write a project to start from: as the command line says.</summary>
[TaskName("HelmfileCreate")]
[TaskDescription("Has the real helmfile write a project to start from.")]
public sealed class HelmfileCreate : HelmfileCreateTask<IGitOpsContext>;
