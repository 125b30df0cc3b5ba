using System.Collections.Immutable;
using GitOps.Cake.Options;

namespace GitOps.Cake.GitHub;

/// <summary>
/// Reports a deployment on GitHub and publishes it; without a token it says what it would report. Derive from it for settings of your own; one that reads
/// <see cref="IGitOpsContext.Scope"/> runs once for each scope, and scopes of one environment share a deployment. <see cref="ReportDeployment"/> is the one that tells of this run's apply.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class ReportDeploymentTask<TContext> : GitOpsTask<TContext, DeploymentReport>
    where TContext : class, IGitOpsContext
{
    private readonly EnvironmentDeployments _deployments = new();

    private protected override ImmutableArray<LibraryOption> OptionsRead => [.. LibraryOptions.GitHub, LibraryOptions.Environment, .. LibraryOptions.OfScopes];

    /// <summary>Which deployment is reported.</summary>
    /// <param name="context">The build's context.</param>
    protected abstract DeploymentSettings Settings(TContext context);

    private protected override void ReadSettings(TContext context) => Settings(context);

    /// <inheritdoc/>
    protected sealed override Task ExecuteAsync(TContext context, Action<DeploymentReport> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        _deployments.Tell(context.Session.Scopes.Name ?? "", Settings(context));
        return Task.CompletedTask;
    }

    private protected sealed override async Task EndAsync(TContext context, CancellationToken cancellationToken)
    {
        if (_deployments.IsEmpty)
            return;

        foreach (var (scopes, report) in await _deployments.WriteAsync(context.Session.GitHub(context.GitHub), cancellationToken).ConfigureAwait(false))
        {
            foreach (var scope in scopes)
                context.Session.Publish(GetType(), report, scope.Length > 0 ? scope : null);
        }
    }
}
