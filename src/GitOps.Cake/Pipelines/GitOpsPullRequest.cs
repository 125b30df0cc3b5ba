using Cake.Frosting;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Pipelines;

/// <summary>The whole way of a pull request, for the helmfile of the context, by default the one of the command line.</summary>
[TaskName("GitOpsPullRequest")]
[TaskDescription("Compares a helmfile with its cluster and reports on the pull request: status, comment, digest of the plan.")]
public sealed class GitOpsPullRequest : GitOpsPullRequestTask<IGitOpsContext>
{
    /// <inheritdoc/>
    protected override HelmfileDiffSettings Settings(IGitOpsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new() { Scope = context.Scope };
    }
}
