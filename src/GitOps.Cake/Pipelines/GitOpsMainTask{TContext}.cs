using System.Collections.Immutable;
using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.GitHub.Statuses;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Options;
using GitOps.Cake.Rendering;
using GitOps.Cake.Reporting;
using GitOps.Cake.Reports;
using GitOps.Cake.Scopes;

namespace GitOps.Cake.Pipelines;

/// <summary>
/// The whole way after a merge: applies what was approved, runs the tests of releases, and reports the status <c>gitops/apply/SCOPE</c>, the deployment, and a comment on the
/// pull request. Where the plan is not the one that was shown there, it stops. Derive from it for settings of your own;
/// <see cref="GitOpsMain"/> is the one that reads the command line.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class GitOpsMainTask<TContext> : GitOpsTask<TContext, ApplyReport>
    where TContext : class, IGitOpsContext
{
    private readonly EnvironmentDeployments _deployments = new();
    private readonly ScopeComments _comments = new();

    private protected override ImmutableArray<LibraryOption> OptionsRead =>
        [.. CommandOptions.OfApply.Union(LibraryOptions.GitHub), LibraryOptions.OverrideEnvironmentProtection, LibraryOptions.RequireApproval];

    private protected override bool Changes => true;

    /// <summary>How the helmfile is applied. An override that starts from <c>base.Settings(context)</c> keeps what the command line says; what it sets wins.</summary>
    /// <param name="context">The build's context.</param>
    /// <value>By default as the context and the command line say.</value>
    protected virtual HelmfileApplySettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new CommandLineSettings(context).OfApply;
    }

    /// <summary>Whether changes are applied only where a merged pull request showed them, or <c>--accept</c> names them. It may differ from scope to scope.</summary>
    /// <param name="context">The build's context.</param>
    /// <value>By default what <c>--require-approval</c> says.</value>
    protected virtual bool RequiresApproval(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Session.Options.Flag(LibraryOptions.RequireApproval);
    }

    /// <summary>The environment on GitHub.</summary>
    /// <param name="context">The build's context.</param>
    /// <value>By default the scope's environment.</value>
    protected virtual string Environment(TContext context) => Settings(context).Scope.Environment ?? "default";

    /// <summary>How the tests of releases are run after something was changed; not at all where it is null.</summary>
    /// <param name="context">The build's context.</param>
    /// <value>By default those of every release that was applied.</value>
    protected virtual HelmfileTestSettings? Tests(TContext context) => Settings(context) is var settings ? new() { Scope = settings.Scope } : null;

    /// <summary>What else has to hold afterwards. What it throws is reported.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="report">What became of every release.</param>
    /// <param name="cancellationToken">Cancelled when the run is interrupted.</param>
    protected virtual Task CheckAsync(TContext context, ApplyReport report, CancellationToken cancellationToken) => Task.CompletedTask;

    private protected override void ReadSettings(TContext context) => Settings(context);

    private protected override Task SkipAsync(TContext context, string scope, string? failed, CancellationToken cancellationToken)
    {
        var (why, environment) = (failed is null ? ScopeTexts.NotAffected : ScopeTexts.NotTried(failed), Environment(context));
        _comments.Tell(CommentGroup.Of(context, scope, context.Scope.Environment), new QuietPart(scope, failed is null ? why : ScopeTexts.NotTriedAsMarkdown(failed)));
        if (failed is not null && _deployments.IsOpen(environment))
            _deployments.Tell(scope, new() { Environment = environment, State = DeploymentState.Failure, Description = why });

        return ReportedScope.SkipAsync(context.Session.GitHub(context.GitHub), StatusName.Of("gitops/apply", scope), why, isFailure: failed is not null, cancellationToken);
    }

    // A run that was interrupted tells all the same what it left.
    private protected override async Task EndAsync(TContext context, CancellationToken cancellationToken)
    {
        if (_deployments.IsEmpty && _comments.IsEmpty)
            return;

        var run = context.Session.GitHub(context.GitHub);
        await Attempts.AllAsync(
            () => _deployments.WriteAsync(run, CancellationToken.None),
            () => _comments.WriteAsync((group, parts) => new CommentReporter(run, group.Key).ApplyAsync([.. parts], CancellationToken.None))).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(TContext context, Action<ApplyReport> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(publish);
        var (session, settings, environment) = (context.Session, ApplyChoices.Of(context.Session, Settings(context)), Environment(context));
        RefuseUnread(session.Options, CommandOptions.OfApply);
        var run = session.GitHub(context.GitHub);
        var name = ScopeName.Of(settings.Scope, session.Workspace);
        settings = settings with { Scope = settings.Scope with { Name = name } };
        await ReportedScope.RunAsync(session, run, GetType(), StatusName.Of("gitops/apply", name), async () =>
        {
            if (!settings.DryRun)
                await EnvironmentRules.KeepAsync(context, environment, cancellationToken).ConfigureAwait(false);

            var gate = new ApprovalGate(run, name, RequiresApproval(context), settings, Tell);
            await gate.ReadAsync(cancellationToken).ConfigureAwait(false);
            var report = await new ReportedDeployment(run, name, environment, settings.DryRun ? null : _deployments, Tell).RunAsync(
                () => ToldAsync(ApplyAsync(session, settings, gate, publish, cancellationToken)),
                applied => VerifyAsync(context, applied, cancellationToken),
                cancellationToken).ConfigureAwait(false);
            return report.ToSummary();
        }).ConfigureAwait(false);

        async Task<ApplyReport> ToldAsync(Task<ApplyReport> apply)
        {
            try
            {
                return await apply.ConfigureAwait(false);
            }
            catch (GitOpsException exception) when (!_comments.Knows(name))
            {
                Tell(new FailedApplyPart(name, exception.Message));
                throw;
            }
        }

        void Tell(CommentPart part) => _comments.Tell(CommentGroup.Of(context, name, settings.Scope.Environment), part);
    }

    private static async Task<ApplyReport> ApplyAsync(
        GitOpsSession session, HelmfileApplySettings settings, ApprovalGate gate, Action<ApplyReport> publish, CancellationToken cancellationToken)
    {
        var report = await session.Helmfile.ApplyAsync(
            settings,
            async (plan, token) =>
            {
                RunReport.Show(session.Log, plan);
                await gate.PassAsync(plan, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        RunReport.Show(session.Log, report);
        publish(report);
        return report;
    }

    private async Task VerifyAsync(TContext context, ApplyReport report, CancellationToken cancellationToken)
    {
        var session = context.Session;
        if (report.Plan.HasChanges && Tests(context) is { } tests)
            CheckTexts.ShowAndThrow(session.Log, "The tests", await session.Helmfile.TestAsync(tests, cancellationToken).ConfigureAwait(false));

        await CheckAsync(context, report, cancellationToken).ConfigureAwait(false);
    }
}
