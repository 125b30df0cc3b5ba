using GitOps.Cake.Helmfile;

namespace GitOps.Cake.GitHub;

/// <summary>A task that reports what a run changed as a deployment.</summary>
internal interface IReportsDeployments
{
    /// <summary>The environment on GitHub that a scope is deployed to.</summary>
    string Environment(IGitOpsContext context, HelmfileScope scope);
}
