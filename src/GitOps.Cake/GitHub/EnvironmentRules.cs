using GitOps.Cake.GitHub.Deployments;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Options;

namespace GitOps.Cake.GitHub;

/// <summary>Keeps a run to the rules of the environments on GitHub that it deploys to; the command line may override them.</summary>
internal static class EnvironmentRules
{
    /// <summary>Stops a change of a scope that this run will report as a deployment, where the environment does not allow it. Where nothing is reported, nothing is asked.</summary>
    /// <exception cref="GitOpsException">A rule is not met; the message says who may approve, and how.</exception>
    public static async Task KeepAsync(IGitOpsContext context, HelmfileScope scope, CancellationToken cancellationToken)
    {
        foreach (var environment in context.Session.DeploymentReports.Select(report => report.Environment(context, scope)).Distinct(StringComparer.Ordinal))
            await KeepAsync(context, environment, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops a deployment that the environment does not allow.</summary>
    /// <exception cref="GitOpsException">A rule is not met; the message says who may approve, and how.</exception>
    public static Task KeepAsync(IGitOpsContext context, string environment, CancellationToken cancellationToken) =>
        new EnvironmentGuard(context.Session.GitHub(context.GitHub)).CheckAsync(
            environment, context.Session.Options.Flag(LibraryOptions.OverrideEnvironmentProtection), cancellationToken);
}
