using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Adds the repositories of a helmfile to helm, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileRepos"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileReposTask<TContext> : HelmfileTask<TContext, HelmfileReposSettings, RepositoryList>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfRepos;

    /// <inheritdoc/>
    protected override HelmfileReposSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new() { Scope = line.Scope, Args = line.Args };
    }

    private protected sealed override Task<RepositoryList> CallAsync(TContext context, HelmfileReposSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.ReposAsync(settings, cancellationToken);

    private protected sealed override string Text(RepositoryList result) => FileTexts.Lines(result);

    private protected sealed override ResultDocument? Document(RepositoryList result) => ResultDocument.Json(FileTexts.Rows(result));
}
