using Cake.Frosting;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Pipelines;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>A team's own way of a pull request, whose settings fail for one of its scopes.</summary>
[TaskName("GitOpsPicky")]
public sealed class PickyPullRequest : GitOpsPullRequestTask<ThreeScopes>
{
    protected override HelmfileDiffSettings Settings(ThreeScopes context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Scope.Name == "db" ? throw new GitOpsException("The registry of db is unknown.") : new() { Scope = context.Scope };
    }
}
