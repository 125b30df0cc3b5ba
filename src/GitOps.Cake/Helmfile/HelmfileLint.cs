using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Examines the charts of a helmfile with their values: that of the context, by default the one of the command line.</summary>
[TaskName("HelmfileLint")]
[TaskDescription("Examines the charts of a helmfile with their values.")]
public sealed class HelmfileLint : HelmfileLintTask<IGitOpsContext>;
