using Cake.Frosting;

namespace GitOps.Cake.Pipelines;

/// <summary>The whole way after a merge, for the helmfile of the context, by default the one of the command line.</summary>
[TaskName("GitOpsMain")]
[TaskDescription("Applies a helmfile after a merge, as it was approved, and reports: status, deployment, comment.")]
public sealed class GitOpsMain : GitOpsMainTask<IGitOpsContext>;
