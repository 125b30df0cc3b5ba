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
public abstract class HelmfileDiffTask<TContext> : GitOpsTask<TContext, Plan>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => LibraryOptions.Diff;

    /// <summary>How the helmfile is compared.</summary>
    /// <param name="context">The build's context.</param>
    protected abstract HelmfileDiffSettings Settings(TContext context);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(TContext context, Action<Plan> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(publish);
        var session = context.Session;
        var settings = Settings(context);
        var plan = await session.Helmfile.DiffAsync(
            settings with { PlanFile = settings.PlanFile ?? session.Options.Path(LibraryOptions.Plan) }, cancellationToken).ConfigureAwait(false);
        RunReport.Show(session.Log, plan);
        publish(plan);
        RunReport.ThrowIfPartial(plan);
    }
}
