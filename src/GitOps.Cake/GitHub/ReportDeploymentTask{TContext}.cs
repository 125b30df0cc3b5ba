using System.Collections.Immutable;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Options;
using GitOps.Cake.Reports;

namespace GitOps.Cake.GitHub;

/// <summary>
/// Reports a deployment on GitHub and publishes it; without a token it says what it would report. Derive from it for settings of your own; one that reads
/// <see cref="IGitOpsContext.Scope"/> runs once for each scope, and scopes of one environment share a deployment. <see cref="ReportDeployment"/> is the one that tells of this run's apply.
/// Outside of GitHub Actions, where a job with the environment has waited already, the environment's rules (reviewers, a wait, Apps, branches) are asked before something is
/// changed: by the tasks of this run that apply, sync or destroy, and by one of this kind that reports a deployment as in progress. What is not allowed stops,
/// unless <c>--override-environment-protection</c> is given.
/// Where a task before it fails, so that it is not reached, the end of the run reports what had begun: a change by a task of this library, or a deployment that was reported
/// as in progress. Of what <see cref="Settings"/> say then, a success is a failure, or an error where the run was interrupted.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class ReportDeploymentTask<TContext> : GitOpsTask<TContext, DeploymentReport>, IReportsDeployments, IReportsFailures
    where TContext : class, IGitOpsContext
{
    private readonly EnvironmentDeployments _deployments = new();

    private protected override ImmutableArray<LibraryOption> OptionsRead => [.. LibraryOptions.GitHub, LibraryOptions.Environment, LibraryOptions.OverrideEnvironmentProtection, .. LibraryOptions.OfScopes];

    /// <summary>Which deployment is reported.</summary>
    /// <param name="context">The build's context.</param>
    protected abstract DeploymentSettings Settings(TContext context);

    /// <summary>The environment on GitHub whose rules are asked before a task of this run changes a scope. Override it where <see cref="Settings"/> name another one than this.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="scope">What is about to be changed.</param>
    /// <value>By default the scope's environment.</value>
    protected virtual string Environment(TContext context, HelmfileScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Environment ?? "default";
    }

    string IReportsDeployments.Environment(IGitOpsContext context, HelmfileScope scope) => Environment((TContext)context, scope);

    Task IReportsFailures.ReportAsync(IGitOpsContext context, RunFailure failure) => TellAsync(context, own => TellAsync(own, failure));

    /// <summary>Whether nothing was deployed, so that there is nothing to report.</summary>
    private protected virtual bool IsNothing(TContext context) => false;

    private protected override void ReadSettings(TContext context) => Settings(context);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(TContext context, Action<DeploymentReport> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (IsNothing(context))
        {
            context.Session.Log.Information("It was a dry run, which deploys nothing: no deployment is reported.");
            return;
        }

        var settings = Settings(context);

        // What comes after it may be no task of this library.
        if (settings.State == DeploymentState.InProgress)
        {
            await EnvironmentRules.KeepAsync(context, settings.Environment, cancellationToken).ConfigureAwait(false);
            context.Session.Begun.Announce(settings.Environment);
        }

        _deployments.Tell(context.Session.Scopes.Name ?? "", settings);
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

    // What was never begun was not deployed, and did not fail to be.
    private Task TellAsync(TContext context, RunFailure failure)
    {
        var session = context.Session;
        var failed = new DeploymentSettings
        {
            Environment = failure.Begun is { } begun ? Environment(context, begun) : "",
            State = failure.IsInterrupted ? DeploymentState.Error : DeploymentState.Failure,
            Description = failure.Text,
        };
        var settings = failure.Known(() => Settings(context)) ?? failed;
        var told = settings.State switch
        {
            DeploymentState.Success => IsHurt(context, settings, failure) ? settings with { State = failed.State, Description = failed.Description } : settings,
            DeploymentState.Failure or DeploymentState.Error => settings with { State = failure.IsInterrupted ? failed.State : settings.State, Description = settings.Description ?? failed.Description },
            _ => null,
        };
        if (told is { Environment.Length: > 0 } && (session.Begun.IsChanged(session.Scopes.Name) || session.Begun.IsAnnounced(told.Environment)))
            _deployments.Tell(session.Scopes.Name ?? "", told);

        return Task.CompletedTask;
    }

    // The failure may be another environment's, or another scope's of the same task.
    private bool IsHurt(TContext context, DeploymentSettings settings, RunFailure failure) =>
        failure.Cause is not null
        && context.Session.Published<ApplyReport>(failure.Task) is not { Succeeded: true }
        && !(failure.Begun is { } begun && Environment(context, begun) != settings.Environment);
}
