using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Renders the manifests of a helmfile: that of the context, by default the one of the command line.</summary>
[TaskName("HelmfileTemplate")]
[TaskDescription("Renders the manifests of a helmfile.")]
public sealed class HelmfileTemplate : HelmfileTemplateTask<IGitOpsContext>;
