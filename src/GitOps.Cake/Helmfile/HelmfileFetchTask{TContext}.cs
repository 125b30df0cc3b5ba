using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Downloads the charts of a helmfile, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileFetch"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileFetchTask<TContext> : HelmfileTask<TContext, HelmfileFetchSettings, FetchedCharts>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfFetch;

    /// <inheritdoc/>
    protected override HelmfileFetchSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new()
        {
            Scope = line.Scope,
            OutputDir = line.Path(CommandOptions.OutputDir),
            OutputDirTemplate = line.Value(CommandOptions.OutputDirTemplate),
            WriteOutput = line.Flag(CommandOptions.WriteOutput),
        };
    }

    private protected sealed override Task<FetchedCharts> CallAsync(TContext context, HelmfileFetchSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.FetchAsync(settings, cancellationToken);

    private protected sealed override string Text(FetchedCharts result) => FileTexts.Lines(result);

    private protected sealed override ResultDocument? Document(FetchedCharts result) => FileTexts.Document(result);
}
