using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile;

/// <summary>Upgrades every release of a helmfile, changed or not, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileSync"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileSyncTask<TContext> : HelmfileTask<TContext, HelmfileSyncSettings, ApplyReport>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfSync;

    private protected override bool Changes => true;

    /// <inheritdoc/>
    protected override HelmfileSyncSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new()
        {
            Scope = line.Scope,
            Values = line.Values,
            Needs = line.Needs,
            Upgrade = line.Upgrade,
            Validate = line.Flag(CommandOptions.Validate),
            Args = line.Args,
            TemplateArgs = line.TemplateArgs,
        };
    }

    private protected sealed override HelmfileScope? Changed(TContext context, HelmfileSyncSettings settings) => settings.Scope;

    private protected sealed override Task<ApplyReport> CallAsync(TContext context, HelmfileSyncSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.SyncAsync(settings with { Lock = LockChoices.Of(context.Session.Options, settings.Lock) }, cancellationToken);

    private protected sealed override string Text(ApplyReport result) => RunReport.Text(result);

    private protected sealed override void ThrowIfFailed(ApplyReport result) => RunReport.ThrowIfFailed(result);
}
