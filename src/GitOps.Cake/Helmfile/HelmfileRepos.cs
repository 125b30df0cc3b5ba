using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Adds the repositories of a helmfile to helm: that of the context, by default the one of the command line.</summary>
[TaskName("HelmfileRepos")]
[TaskDescription("Adds the repositories of a helmfile to helm.")]
public sealed class HelmfileRepos : HelmfileReposTask<IGitOpsContext>;
