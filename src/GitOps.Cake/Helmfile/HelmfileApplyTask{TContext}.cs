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
public abstract class HelmfileApplyTask<TContext> : HelmfileTask<TContext, HelmfileApplySettings, ApplyReport>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfApply;

    private protected override bool Changes => true;

    /// <inheritdoc/>
    protected override HelmfileApplySettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new CommandLineSettings(context).OfApply;
    }

    // A dry run and where the plan is written are the run's affair, whatever the code says of the rest.
    private protected sealed override Task<ApplyReport> CallAsync(GitOpsSession session, HelmfileApplySettings settings, CancellationToken cancellationToken) =>
        session.Helmfile.ApplyAsync(
            settings with
            {
                DryRun = settings.DryRun || session.Options.Flag(LibraryOptions.ServerDryRun),
                PlanFile = settings.PlanFile ?? session.ScopedPath(LibraryOptions.Plan),
                ApprovedPlan = settings.ApprovedPlan ?? session.ScopedPath(LibraryOptions.Approved),
                Lock = LockChoices.Of(session.Options, settings.Lock),
                AcceptDigest = settings.AcceptDigest ?? session.Options.Value(LibraryOptions.Accept),
            },
            (plan, _) => Show(session.Log, plan),
            cancellationToken);

    private protected sealed override string Text(ApplyReport result) => RunReport.Text(result);

    private protected sealed override void ThrowIfFailed(ApplyReport result) => RunReport.ThrowIfFailed(result);

    private static Task Show(IRunLog log, Plan plan)
    {
        RunReport.Show(log, RunReport.Text(plan));
        return Task.CompletedTask;
    }
}
