using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Resolves the dependencies of charts and locks their versions: that of the context, by default the one of the command line.</summary>
[TaskName("HelmfileDeps")]
[TaskDescription("Resolves the dependencies of charts and locks their versions.")]
public sealed class HelmfileDeps : HelmfileDepsTask<IGitOpsContext>;
