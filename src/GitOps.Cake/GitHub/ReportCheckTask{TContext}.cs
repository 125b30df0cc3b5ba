using System.Collections.Immutable;
using GitOps.Cake.GitHub.Checks;
using GitOps.Cake.Options;

namespace GitOps.Cake.GitHub;

/// <summary>
/// Reports a check on GitHub and publishes it; a token that may make none sets a commit status instead, and without a token it says what it
/// would report. Derive from it for a check of your own; <see cref="ReportCheck"/> is the one that shows a plan.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class ReportCheckTask<TContext> : GitOpsTask<TContext, ReportedCheck>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => LibraryOptions.GitHub;

    /// <summary>Which check is reported.</summary>
    /// <param name="context">The build's context.</param>
    protected abstract CheckSettings Settings(TContext context);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(TContext context, Action<ReportedCheck> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(publish);
        var run = context.Session.GitHub(context.GitHub);
        publish(await new CheckReporter(run).ReportAsync(Settings(context), cancellationToken).ConfigureAwait(false));
    }
}
