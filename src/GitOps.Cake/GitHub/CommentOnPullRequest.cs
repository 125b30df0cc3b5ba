using Cake.Frosting;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Plans;

namespace GitOps.Cake.GitHub;

/// <summary>Shows the plans that a task of this run published on the pull request.</summary>
[TaskName("CommentOnPullRequest")]
[TaskDescription("Shows the plan of this run in a comment on the pull request, edited in place.")]
public sealed class CommentOnPullRequest : CommentOnPullRequestTask<IGitOpsContext>
{
    // Each scope has a plan of its own.
    private protected override void ReadSettings(IGitOpsContext context) => _ = context.Scope;

    private protected override HelmfileScope? Shown(IGitOpsContext context) => context.Scope;

    /// <inheritdoc/>
    protected override Plan Plan(IGitOpsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Session.Result<Plan>();
    }
}
