using System.Collections.Immutable;
using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Approvals;
using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.GitHub.Statuses;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Options;
using GitOps.Cake.Plans;
using GitOps.Cake.Policies;
using GitOps.Cake.Rendering;
using GitOps.Cake.Reporting;
using GitOps.Cake.Scopes;

namespace GitOps.Cake.Pipelines;

/// <summary>
/// The whole way of a pull request: examines and tests charts, compares, holds the plan to a policy, shows it on the pull request, keeps its digest for
/// the apply after the merge, and sets the status <c>gitops/diff/SCOPE</c>. What a fork brings is rendered only, as is what a run gets that may only read (Dependabot's). Derive from it for settings of your own; <see cref="GitOpsPullRequest"/> is the one that reads the command line.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class GitOpsPullRequestTask<TContext> : GitOpsTask<TContext, Plan>
    where TContext : class, IGitOpsContext
{
    private readonly ScopeComments _comments = new();

    private protected override ImmutableArray<LibraryOption> OptionsRead => [.. CommandOptions.OfDiff.Union(LibraryOptions.GitHub), LibraryOptions.Policy];

    /// <summary>How the helmfile is compared. An override that starts from <c>base.Settings(context)</c> keeps what the command line says; what it sets wins.</summary>
    /// <param name="context">The build's context.</param>
    /// <value>By default as the context and the command line say.</value>
    protected virtual HelmfileDiffSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new CommandLineSettings(context).OfDiff;
    }

    /// <summary>How charts are examined before anything is compared; not at all where it is null.</summary>
    /// <param name="context">The build's context.</param>
    /// <value>By default the charts of what is compared, with their values.</value>
    protected virtual HelmfileLintSettings? Lint(TContext context) =>
        Settings(context) is var settings ? new() { Scope = settings.Scope, Values = settings.Values, Needs = Local(settings.Needs) } : null;

    /// <summary>How the unit tests of charts are run before anything is compared; not at all where it is null.</summary>
    /// <param name="context">The build's context.</param>
    /// <value>
    /// By default those of the releases that name some (<c>unitTests</c>); with the engine that drives the real helmfile none, for not every helmfile
    /// knows them.
    /// </value>
    protected virtual HelmfileUnitTestSettings? UnitTests(TContext context) =>
        Settings(context) is { Scope.Engine: HelmfileEngine.Native } settings
            ? new() { Scope = settings.Scope, Values = settings.Values, Needs = Local(settings.Needs) }
            : null;

    /// <summary>What a plan may do.</summary>
    /// <param name="context">The build's context.</param>
    /// <value>By default everything; with <c>--policy=careful</c> <see cref="PlanPolicy.Careful"/>.</value>
    protected virtual PlanPolicy Policy(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return PipelinePolicy.Of(context.Session.Options);
    }

    /// <summary>What else has to hold before anything is compared. What it throws is reported.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="cancellationToken">Cancelled when the run is interrupted.</param>
    protected virtual Task CheckAsync(TContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What else a plan has to keep to. What it throws is reported.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Cancelled when the run is interrupted.</param>
    protected virtual Task CheckAsync(TContext context, Plan plan, CancellationToken cancellationToken) => Task.CompletedTask;

    private protected override void ReadSettings(TContext context) => Settings(context);

    // A branch rule may require every context of the scope.
    private protected override async Task SkipAsync(TContext context, string scope, string? failed, CancellationToken cancellationToken)
    {
        var run = context.Session.GitHub(context.GitHub);
        _comments.Tell(CommentGroup.Of(context, scope, context.Scope.Environment), new QuietPart(scope, ScopeTexts.NotAffected));
        await ReportedScope.SkipAsync(run, StatusName.Of("gitops/diff", scope), ScopeTexts.NotAffected, isFailure: false, cancellationToken).ConfigureAwait(false);
        await new PlanApproval(run, scope).SkipAsync(ScopeTexts.NotAffected, cancellationToken).ConfigureAwait(false);
    }

    // What an interrupted run knows is not all; its comments stay marked as out of date.
    private protected override Task EndAsync(TContext context, CancellationToken cancellationToken) => _comments.IsEmpty || cancellationToken.IsCancellationRequested
        ? Task.CompletedTask
        : _comments.WriteAsync((group, parts) => new CommentReporter(context.Session.GitHub(context.GitHub), group.Key).PlanAsync([.. parts], cancellationToken));

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(TContext context, Action<Plan> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(publish);
        var (session, settings) = (context.Session, Settings(context));
        RefuseUnread(session.Options, CommandOptions.OfDiff);
        var run = session.GitHub(context.GitHub);
        var name = ScopeName.Of(settings.Scope, session.Workspace);
        settings = settings with { Scope = settings.Scope with { Name = name }, PlanFile = settings.PlanFile ?? session.ScopedPath(LibraryOptions.Plan) };
        await ReportedScope.RunAsync(session, run, GetType(), StatusName.Of("gitops/diff", name), async () =>
        {
            if (await run.WhyDistrustedAsync(cancellationToken).ConfigureAwait(false) is { } stranger)
                return await new ReportedRendering(session, run, name).ShowAsync(settings, stranger, publish, cancellationToken).ConfigureAwait(false);

            var plan = await new PullRequestPlan(session, run, name, CommentGroup.Of(context, name, settings.Scope.Environment), _comments).ShowAsync(
                () => MakeAsync(context, settings, publish, cancellationToken),
                made => HoldAsync(context, made, cancellationToken),
                settings.PlanFile,
                cancellationToken).ConfigureAwait(false);
            RunReport.ThrowIfPartial(plan);
            return plan.ToSummary();
        }).ConfigureAwait(false);
    }

    private async Task<Plan> MakeAsync(TContext context, HelmfileDiffSettings settings, Action<Plan> publish, CancellationToken cancellationToken)
    {
        var (helmfile, log) = (context.Session.Helmfile, context.Session.Log);
        if (Lint(context) is { } lint)
            CheckTexts.ShowAndThrow(log, "The examination", await helmfile.LintAsync(lint, cancellationToken).ConfigureAwait(false));

        if (UnitTests(context) is { } tests)
            CheckTexts.ShowAndThrow(log, "The unit tests", await helmfile.UnitTestAsync(tests, cancellationToken).ConfigureAwait(false));

        await CheckAsync(context, cancellationToken).ConfigureAwait(false);
        var plan = await helmfile.DiffAsync(settings, cancellationToken).ConfigureAwait(false);
        RunReport.Show(log, plan);
        publish(plan);
        return plan;
    }

    // Nothing of this asks a cluster what is installed.
    private static NeedsSelection Local(NeedsSelection needs) => needs with { EnforceInstalled = false };

    private async Task HoldAsync(TContext context, Plan plan, CancellationToken cancellationToken)
    {
        Policy(context).Enforce(plan);
        await CheckAsync(context, plan, cancellationToken).ConfigureAwait(false);
    }
}
