using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Downloads the charts of a helmfile: that of the context, by default the one of the command line.</summary>
[TaskName("HelmfileFetch")]
[TaskDescription("Downloads the charts of a helmfile.")]
public sealed class HelmfileFetch : HelmfileFetchTask<IGitOpsContext>;
