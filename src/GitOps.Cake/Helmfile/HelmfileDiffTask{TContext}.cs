using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Plans;
using GitOps.Cake.Reporting;

namespace GitOps.Cake.Helmfile;

/// <summary>
/// Compares a helmfile with its cluster, shows the plan and publishes it. Derive from it for a task with settings of its own;
/// <see cref="HelmfileDiff"/> is the one that reads the command line.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileDiffTask<TContext> : HelmfileTask<TContext, HelmfileDiffSettings, Plan>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfDiff;

    /// <inheritdoc/>
    protected override HelmfileDiffSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new CommandLineSettings(context).OfDiff;
    }

    // Where the plan is written is the run's affair as long as the code does not say otherwise.
    private protected sealed override Task<Plan> CallAsync(TContext context, HelmfileDiffSettings settings, CancellationToken cancellationToken)
    {
        var session = context.Session;
        session.Begun.Add(GetType(), session.Scopes.Name, settings.Scope, changes: false);
        return session.Helmfile.DiffAsync(settings with { PlanFile = settings.PlanFile ?? session.ScopedPath(LibraryOptions.Plan) }, cancellationToken);
    }

    private protected sealed override string Text(Plan result) => RunReport.Text(result);

    private protected sealed override void ThrowIfFailed(Plan result) => RunReport.ThrowIfPartial(result);
}
