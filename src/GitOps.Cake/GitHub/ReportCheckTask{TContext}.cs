using System.Collections.Immutable;
using GitOps.Cake.GitHub.Checks;
using GitOps.Cake.Options;
using GitOps.Cake.Rendering;

namespace GitOps.Cake.GitHub;

/// <summary>
/// Reports a check on GitHub and publishes it; a token that may make none sets a commit status instead, and without a token it says what it
/// would report. Derive from it for a check of your own; one that reads <see cref="IGitOpsContext.Scope"/> runs once for each scope.
/// Where a task before it fails, so that it is not reached, the end of the run reports it: what would be a success is a failure then, or cancelled where the run was interrupted.
/// <see cref="ReportCheck"/> is the one that shows a plan.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class ReportCheckTask<TContext> : GitOpsTask<TContext, ReportedCheck>, IReportsFailures
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => [.. LibraryOptions.GitHub, .. LibraryOptions.OfScopes];

    /// <summary>Which check is reported.</summary>
    /// <param name="context">The build's context.</param>
    protected abstract CheckSettings Settings(TContext context);

    /// <summary>Which check is reported for a scope that a change does not affect (<c>--affected</c>).</summary>
    /// <param name="context">The build's context; its scope is the one at hand.</param>
    /// <value>By default null: none. A check that a branch rule requires has to be a success then.</value>
    protected virtual CheckSettings? NotAffected(TContext context) => null;

    /// <summary>Which check is reported where a task before this one failed; null where it has no name then.</summary>
    private protected virtual CheckSettings? Failed(TContext context, RunFailure failure) =>
        failure.Known(() => Settings(context)) is { } check ? Refused(check, failure) : null;

    /// <summary>What becomes of a success that a task before this one does not let stand.</summary>
    private protected static CheckSettings Refused(CheckSettings check, RunFailure failure) => check.Conclusion != CheckConclusion.Success || failure.Cause is null ? check : check with
    {
        Conclusion = failure.IsInterrupted ? CheckConclusion.Cancelled : CheckConclusion.Failure,
        Title = failure.Text,
        Summary = MarkdownText.Fence(failure.Message),
    };

    Task IReportsFailures.ReportAsync(IGitOpsContext context, RunFailure failure) => TellAsync(context, own => Failed(own, failure) is { } check
        ? new CheckReporter(own.Session.GitHub(own.GitHub)).ReportAsync(check, CancellationToken.None)
        : Task.CompletedTask);

    private protected override void ReadSettings(TContext context) => Settings(context);

    private protected sealed override Task SkipAsync(TContext context, string scope, string? failed, CancellationToken cancellationToken) =>
        NotAffected(context) is { } check ? new CheckReporter(context.Session.GitHub(context.GitHub)).ReportAsync(check, cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(TContext context, Action<ReportedCheck> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(publish);
        var run = context.Session.GitHub(context.GitHub);
        publish(await new CheckReporter(run).ReportAsync(Settings(context), cancellationToken).ConfigureAwait(false));
    }
}
