using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile;

/// <summary>Uninstalls every release of a helmfile, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileDestroy"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileDestroyTask<TContext> : HelmfileTask<TContext, HelmfileDestroySettings, ApplyReport>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfDestroy;

    private protected override bool Changes => true;

    /// <inheritdoc/>
    protected override HelmfileDestroySettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new()
        {
            Scope = line.Scope,
            Cascade = line.Cascade,
            SkipCharts = line.Flag(CommandOptions.SkipCharts),
            Args = line.Args,
        };
    }

    private protected sealed override HelmfileScope? Changed(TContext context, HelmfileDestroySettings settings) => settings.Scope;

    private protected sealed override Task<ApplyReport> CallAsync(TContext context, HelmfileDestroySettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.DestroyAsync(settings with { Lock = LockChoices.Of(context.Session.Options, settings.Lock) }, cancellationToken);

    private protected sealed override string Text(ApplyReport result) => RunReport.Text(result);

    private protected sealed override void ThrowIfFailed(ApplyReport result) => RunReport.ThrowIfFailed(result);
}
