using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Writes the values of releases to files: that of the context, by default the one of the command line.</summary>
[TaskName("HelmfileWriteValues")]
[TaskDescription("Writes the values of releases to files.")]
public sealed class HelmfileWriteValues : HelmfileWriteValuesTask<IGitOpsContext>;
