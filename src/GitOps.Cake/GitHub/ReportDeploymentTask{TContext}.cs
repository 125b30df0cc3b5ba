using System.Collections.Immutable;
using GitOps.Cake.GitHub.Deployments;
using GitOps.Cake.Options;

namespace GitOps.Cake.GitHub;

/// <summary>
/// Reports a deployment on GitHub and publishes it; without a token it says what it would report. Derive from it for settings of your own;
/// <see cref="ReportDeployment"/> is the one that tells of this run's apply.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class ReportDeploymentTask<TContext> : GitOpsTask<TContext, DeploymentReport>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => [.. LibraryOptions.GitHub, LibraryOptions.Environment];

    /// <summary>Which deployment is reported.</summary>
    /// <param name="context">The build's context.</param>
    protected abstract DeploymentSettings Settings(TContext context);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(TContext context, Action<DeploymentReport> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(publish);
        var run = context.Session.GitHub(context.GitHub);
        publish(await new DeploymentReporter(run).ReportAsync(Settings(context), cancellationToken).ConfigureAwait(false));
    }
}
