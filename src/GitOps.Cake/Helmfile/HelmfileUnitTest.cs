using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Runs the unit tests of charts: that of the context, by default the one of the command line.</summary>
[TaskName("HelmfileUnitTest")]
[TaskDescription("Runs the unit tests of charts.")]
public sealed class HelmfileUnitTest : HelmfileUnitTestTask<IGitOpsContext>;
