using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Tells the order in which releases are deployed, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileShowDag"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileShowDagTask<TContext> : HelmfileTask<TContext, HelmfileShowDagSettings, ReleaseDag>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfShowDag;

    /// <inheritdoc/>
    protected override HelmfileShowDagSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new() { Scope = line.Scope };
    }

    private protected sealed override Task<ReleaseDag> CallAsync(TContext context, HelmfileShowDagSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.ShowDagAsync(settings, cancellationToken);

    private protected sealed override string Text(ReleaseDag result) => DagTexts.Table(result);

    private protected sealed override ResultDocument? Document(ReleaseDag result) => ResultDocument.Json(DagTexts.Rows(result));
}
