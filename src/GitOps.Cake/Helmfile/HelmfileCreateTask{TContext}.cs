using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Has the real helmfile write a project to start from, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileCreate"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileCreateTask<TContext> : HelmfileTask<TContext, HelmfileCreateSettings, CreatedProject>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfCreate;

    /// <inheritdoc/>
    protected override HelmfileCreateSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new()
        {
            HelmfileBinary = line.Value(LibraryOptions.HelmfileBinary),
            OutputDir = line.Path(CommandOptions.OutputDir),
            Force = line.Flag(CommandOptions.Force),
        };
    }

    private protected sealed override Task<CreatedProject> CallAsync(TContext context, HelmfileCreateSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.CreateAsync(settings, cancellationToken);

    private protected sealed override string Text(CreatedProject result) => FileTexts.Lines(result);
}
