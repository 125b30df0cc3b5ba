using Cake.Frosting;

namespace GitOps.Cake.Pipelines;

/// <summary>The whole way of a pull request, for the helmfile of the context, by default the one of the command line.</summary>
[TaskName("GitOpsPullRequest")]
[TaskDescription("Compares a helmfile with its cluster and reports on the pull request: status, comment, digest of the plan.")]
public sealed class GitOpsPullRequest : GitOpsPullRequestTask<IGitOpsContext>;
