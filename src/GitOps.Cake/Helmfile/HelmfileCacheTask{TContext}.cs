using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Looks into the cache of remote files and charts, or empties it, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileCache"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileCacheTask<TContext> : HelmfileTask<TContext, HelmfileCacheSettings, CacheReport>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfCache;

    /// <inheritdoc/>
    protected override HelmfileCacheSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new()
        {
            Engine = line.Engine,
            HelmfileBinary = line.Value(LibraryOptions.HelmfileBinary),
            Cleanup = line.Flag(CommandOptions.Cleanup),
        };
    }

    private protected sealed override Task<CacheReport> CallAsync(TContext context, HelmfileCacheSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.CacheAsync(settings, cancellationToken);

    private protected sealed override string Text(CacheReport result) => FileTexts.Lines(result);

    private protected sealed override ResultDocument? Document(CacheReport result) => ResultDocument.Json(FileTexts.Rows(result));
}
