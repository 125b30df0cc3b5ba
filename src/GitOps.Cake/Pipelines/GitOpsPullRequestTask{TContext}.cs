using System.Collections.Immutable;
using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Approvals;
using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Options;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Reporting;

namespace GitOps.Cake.Pipelines;

/// <summary>
/// The whole way of a pull request: compares, shows the plan on the pull request, keeps its digest for the apply after the merge, and sets the status
/// <c>gitops/diff/SCOPE</c>. Derive from it for settings of your own; <see cref="GitOpsPullRequest"/> is the one that reads the command line.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class GitOpsPullRequestTask<TContext> : GitOpsTask<TContext, Plan>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => [.. LibraryOptions.Diff.Union(LibraryOptions.GitHub)];

    /// <summary>How the helmfile is compared.</summary>
    /// <param name="context">The build's context.</param>
    protected abstract HelmfileDiffSettings Settings(TContext context);

    /// <summary>What has to hold before anything is compared, such as tests of charts. What it throws is reported.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="cancellationToken">Cancelled when the run is interrupted.</param>
    protected virtual Task CheckAsync(TContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What a plan has to keep to, such as a rule that nothing is uninstalled. What it throws is reported.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Cancelled when the run is interrupted.</param>
    protected virtual Task CheckAsync(TContext context, Plan plan, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(TContext context, Action<Plan> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(publish);
        var (session, settings) = (context.Session, Settings(context));
        var run = session.GitHub(context.GitHub);
        var name = ScopeName.Of(settings.Scope, session.Workspace);
        var comments = new CommentReporter(run, name);
        await ReportedScope.RunAsync(session, run, GetType(), $"gitops/diff/{name}", async () =>
        {
            await comments.RunningAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await CheckAsync(context, cancellationToken).ConfigureAwait(false);
                var plan = await session.Helmfile.DiffAsync(
                    settings with { PlanFile = settings.PlanFile ?? session.Options.Path(LibraryOptions.Plan) }, cancellationToken).ConfigureAwait(false);
                RunReport.Show(session.Log, plan);
                publish(plan);
                await StepSummary.AddAsync(run, plan.ToMarkdown(), cancellationToken).ConfigureAwait(false);
                await comments.PlanAsync(plan, cancellationToken).ConfigureAwait(false);
                await CheckAsync(context, plan, cancellationToken).ConfigureAwait(false);
                await new PlanApproval(run, name).KeepAsync(plan, plan.ToSummary(), cancellationToken).ConfigureAwait(false);
                RunReport.ThrowIfPartial(plan);
                return plan.ToSummary();
            }
            catch (GitOpsException exception) when (exception is not RemoteCallException && session.Published<Plan>(GetType()) is null)
            {
                await comments.FailedAsync(exception.Message, cancellationToken).ConfigureAwait(false);
                throw;
            }
        }).ConfigureAwait(false);
    }
}
