using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Puts the state files of a helmfile together, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileBuild"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileBuildTask<TContext> : HelmfileTask<TContext, HelmfileBuildSettings, BuiltStates>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfBuild;

    /// <inheritdoc/>
    protected override HelmfileBuildSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new() { Scope = line.Scope, EmbedValues = line.Flag(CommandOptions.EmbedValues) };
    }

    private protected sealed override Task<BuiltStates> CallAsync(TContext context, HelmfileBuildSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.BuildAsync(settings, cancellationToken);

    private protected sealed override BuiltStates? Before(GitOpsException failure) => (failure as NothingSelectedException)?.Built;

    private protected sealed override string Text(BuiltStates result) => ManifestTexts.Yaml(result);

    private protected sealed override ResultDocument? Document(BuiltStates result) => ResultDocument.Yaml(ManifestTexts.Yaml(result));
}
