using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Lists the releases of a helmfile, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileList"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileListTask<TContext> : HelmfileTask<TContext, HelmfileListSettings, ReleaseList>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfList;

    /// <inheritdoc/>
    protected override HelmfileListSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new() { Scope = line.Scope, SkipCharts = line.Flag(CommandOptions.SkipCharts) };
    }

    private protected sealed override Task<ReleaseList> CallAsync(TContext context, HelmfileListSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.ListAsync(settings, cancellationToken);

    private protected sealed override string Text(ReleaseList result) => ReleaseTexts.Table(result);

    private protected sealed override ResultDocument? Document(ReleaseList result) => ResultDocument.Json(ReleaseTexts.Rows(result));
}
