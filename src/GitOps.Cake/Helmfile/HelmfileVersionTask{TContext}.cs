using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Tells the versions of the engine and of helm, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileVersion"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileVersionTask<TContext> : HelmfileTask<TContext, HelmfileVersionSettings, VersionReport>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfVersion;

    /// <inheritdoc/>
    protected override HelmfileVersionSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new()
        {
            Engine = line.Engine,
            HelmBinary = line.Value(LibraryOptions.Helm),
            HelmfileBinary = line.Value(LibraryOptions.HelmfileBinary),
        };
    }

    private protected sealed override Task<VersionReport> CallAsync(TContext context, HelmfileVersionSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.VersionAsync(settings, cancellationToken);

    private protected sealed override string Text(VersionReport result) => FileTexts.Lines(result);

    private protected sealed override ResultDocument? Document(VersionReport result) => ResultDocument.Json(FileTexts.Rows(result));
}
