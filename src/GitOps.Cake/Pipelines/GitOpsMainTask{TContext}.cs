using System.Collections.Immutable;
using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.GitHub.Deployments;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Options;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Reporting;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Pipelines;

/// <summary>
/// The whole way after a merge: applies what was approved, and reports the status <c>gitops/apply/SCOPE</c>, the deployment, and a comment on the
/// pull request. Where the plan is not the one that was shown there, it stops. Derive from it for settings of your own;
/// <see cref="GitOpsMain"/> is the one that reads the command line.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class GitOpsMainTask<TContext> : GitOpsTask<TContext, ApplyReport>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead =>
        [.. LibraryOptions.Apply.Union(LibraryOptions.GitHub), LibraryOptions.OverrideEnvironmentProtection];

    /// <summary>How the helmfile is applied.</summary>
    /// <param name="context">The build's context.</param>
    protected abstract HelmfileApplySettings Settings(TContext context);

    /// <summary>Whether a commit that no pull request with a plan brought may be applied.</summary>
    /// <param name="context">The build's context.</param>
    /// <value>By default it may.</value>
    protected virtual bool RequiresApproval(TContext context) => false;

    /// <summary>The environment on GitHub.</summary>
    /// <param name="context">The build's context.</param>
    /// <value>By default the scope's environment.</value>
    protected virtual string Environment(TContext context) => Settings(context).Scope.Environment ?? "default";

    /// <summary>What has to hold afterwards, such as tests of releases. What it throws is reported.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="report">What became of every release.</param>
    /// <param name="cancellationToken">Cancelled when the run is interrupted.</param>
    protected virtual Task CheckAsync(TContext context, ApplyReport report, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(TContext context, Action<ApplyReport> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(publish);
        var (session, settings, environment) = (context.Session, Settings(context), Environment(context));
        var run = session.GitHub(context.GitHub);
        var name = ScopeName.Of(settings.Scope, session.Workspace);
        await ReportedScope.RunAsync(session, run, GetType(), $"gitops/apply/{name}", async () =>
        {
            await new EnvironmentGuard(run).CheckAsync(environment, session.Options.Flag(LibraryOptions.OverrideEnvironmentProtection), cancellationToken).ConfigureAwait(false);
            var gate = new ApprovalGate(run, name, RequiresApproval(context), session.Options.Value(LibraryOptions.Accept));
            await gate.ReadAsync(cancellationToken).ConfigureAwait(false);
            var deployment = new ReportedDeployment(run, environment);
            var report = await deployment.RunAsync(
                () => session.Helmfile.ApplyAsync(Complete(session, settings), (plan, token) => PlannedAsync(session, gate, plan, token), cancellationToken),
                cancellationToken).ConfigureAwait(false);
            RunReport.Show(session.Log, report);
            publish(report);
            await StepSummary.AddAsync(run, report.ToMarkdown(), CancellationToken.None).ConfigureAwait(false);
            await new CommentReporter(run, name).AppliedAsync(report, CancellationToken.None).ConfigureAwait(false);
            RunReport.ThrowIfFailed(report);
            await CheckAsync(context, report, cancellationToken).ConfigureAwait(false);
            return report.ToSummary();
        }).ConfigureAwait(false);
    }

    private static HelmfileApplySettings Complete(GitOpsSession session, HelmfileApplySettings settings) => settings with
    {
        DryRun = settings.DryRun || session.Options.Flag(LibraryOptions.ServerDryRun),
        PlanFile = settings.PlanFile ?? session.Options.Path(LibraryOptions.Plan),
    };

    private static async Task PlannedAsync(GitOpsSession session, ApprovalGate gate, Plan plan, CancellationToken cancellationToken)
    {
        RunReport.Show(session.Log, plan);
        await gate.PassAsync(plan, cancellationToken).ConfigureAwait(false);
    }
}
