using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Resolves the dependencies of charts and locks their versions, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileDeps"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileDepsTask<TContext> : HelmfileTask<TContext, HelmfileDepsSettings, ResolvedDependencies>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfDeps;

    /// <inheritdoc/>
    protected override HelmfileDepsSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new() { Scope = line.Scope, SkipRepos = line.Flag(CommandOptions.SkipRepos), Args = line.Args };
    }

    private protected sealed override Task<ResolvedDependencies> CallAsync(TContext context, HelmfileDepsSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.DepsAsync(settings, cancellationToken);

    private protected sealed override string Text(ResolvedDependencies result) => FileTexts.Lines(result);

    private protected sealed override ResultDocument? Document(ResolvedDependencies result) => ResultDocument.Json(FileTexts.Rows(result));
}
