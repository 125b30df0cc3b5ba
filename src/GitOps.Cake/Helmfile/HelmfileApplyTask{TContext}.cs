using System.Collections.Immutable;
using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Comments;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile;

/// <summary>
/// Applies a helmfile to its cluster: plans everything, shows the plan, then changes what differs, and publishes the report. In a CI system that has a
/// token for GitHub, what is pushed is held to the plan that its merged pull request showed: where the two differ it stops, and shows the new one there.
/// Derive from it for a task with settings of its own; <see cref="HelmfileApply"/> is the one that reads the command line.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileApplyTask<TContext> : HelmfileTask<TContext, HelmfileApplySettings, ApplyReport>
    where TContext : class, IGitOpsContext
{
    private readonly ScopeComments _comments = new();

    private protected override ImmutableArray<LibraryOption> OptionsRead => [.. CommandOptions.OfApply.Union(LibraryOptions.GitHub), LibraryOptions.RequireApproval];

    private protected override bool Changes => true;

    /// <inheritdoc/>
    protected override HelmfileApplySettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new CommandLineSettings(context).OfApply;
    }

    /// <summary>Whether changes are applied only where a merged pull request showed them, or <c>--accept</c> or <c>--approved</c> names them. It may differ from scope to scope.</summary>
    /// <param name="context">The build's context.</param>
    /// <value>By default what <c>--require-approval</c> says.</value>
    protected virtual bool RequiresApproval(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Session.Options.Flag(LibraryOptions.RequireApproval);
    }

    // A dry run deploys nothing.
    private protected sealed override HelmfileScope? Changed(TContext context, HelmfileApplySettings settings) =>
        ApplyChoices.Of(context.Session, settings).DryRun ? null : settings.Scope;

    private protected sealed override async Task<ApplyReport> CallAsync(TContext context, HelmfileApplySettings settings, CancellationToken cancellationToken)
    {
        var session = context.Session;
        settings = ApplyChoices.Of(session, settings);
        var gate = await GateAsync(context, settings, cancellationToken).ConfigureAwait(false);
        return await session.Helmfile.ApplyAsync(
            settings,
            (plan, token) =>
            {
                RunReport.Show(session.Log, RunReport.Text(plan));
                return gate?.PassAsync(plan, token) ?? Task.CompletedTask;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private protected sealed override string Text(ApplyReport result) => RunReport.Text(result);

    private protected sealed override void ThrowIfFailed(ApplyReport result) => RunReport.ThrowIfFailed(result);

    // A run that was interrupted tells all the same what it stopped.
    private protected sealed override Task EndAsync(TContext context, CancellationToken cancellationToken) => _comments.IsEmpty
        ? Task.CompletedTask
        : _comments.WriteAsync((group, parts) => new CommentReporter(context.Session.GitHub(context.GitHub), group.Key).ApplyAsync([.. parts], CancellationToken.None));

    // A plan that somebody gave is an approval of its own, and a dry run changes nothing.
    private async Task<ApprovalGate?> GateAsync(TContext context, HelmfileApplySettings settings, CancellationToken cancellationToken)
    {
        if (settings is { DryRun: true } or { ApprovedPlan: not null })
            return null;

        var scope = ScopeName.Of(settings.Scope, context.Session.Workspace);
        var gate = new ApprovalGate(context.Session.GitHub(context.GitHub), scope, RequiresApproval(context), settings, part => _comments.Tell(new(scope, [scope]), part));
        if (!await gate.IsNeededAsync(cancellationToken).ConfigureAwait(false))
            return null;

        await gate.ReadAsync(cancellationToken).ConfigureAwait(false);
        return gate;
    }
}
