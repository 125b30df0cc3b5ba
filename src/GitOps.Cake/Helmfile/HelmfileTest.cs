using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Runs the tests of deployed releases: that of the context, by default the one of the command line.</summary>
[TaskName("HelmfileTest")]
[TaskDescription("Runs the tests of deployed releases.")]
public sealed class HelmfileTest : HelmfileTestTask<IGitOpsContext>;
