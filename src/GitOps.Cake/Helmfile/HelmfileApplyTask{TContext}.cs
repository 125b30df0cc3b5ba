using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Plans;
using GitOps.Cake.Reporting;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile;

/// <summary>
/// Applies a helmfile to its cluster: plans everything, shows the plan, then changes what differs, and publishes the report.
/// Derive from it for a task with settings of its own; <see cref="HelmfileApply"/> is the one that reads the command line.
/// </summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileApplyTask<TContext> : GitOpsTask<TContext, ApplyReport>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => LibraryOptions.Apply;

    /// <summary>How the helmfile is applied.</summary>
    /// <param name="context">The build's context.</param>
    protected abstract HelmfileApplySettings Settings(TContext context);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(TContext context, Action<ApplyReport> publish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(publish);
        var session = context.Session;
        var settings = Settings(context);
        var report = await session.Helmfile.ApplyAsync(
            settings with
            {
                DryRun = settings.DryRun || session.Options.Flag(LibraryOptions.ServerDryRun),
                PlanFile = settings.PlanFile ?? session.Options.Path(LibraryOptions.Plan),
            },
            (plan, _) => Show(session.Log, plan),
            cancellationToken).ConfigureAwait(false);
        RunReport.Show(session.Log, report);
        publish(report);
        RunReport.ThrowIfFailed(report);
    }

    private static Task Show(IRunLog log, Plan plan)
    {
        RunReport.Show(log, plan);
        return Task.CompletedTask;
    }
}
