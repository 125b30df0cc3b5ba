using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Has the real helmfile check helm and install its plugins, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileInit"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileInitTask<TContext> : HelmfileTask<TContext, HelmfileInitSettings, InitReport>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfInit;

    /// <inheritdoc/>
    protected override HelmfileInitSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new()
        {
            HelmBinary = line.Value(LibraryOptions.Helm),
            HelmfileBinary = line.Value(LibraryOptions.HelmfileBinary),
            Force = line.Switch(CommandOptions.Force) ?? true,
            EnforcePluginVerification = line.Flag(CommandOptions.EnforcePluginVerification),
        };
    }

    private protected sealed override Task<InitReport> CallAsync(TContext context, HelmfileInitSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.InitAsync(settings, cancellationToken);

    private protected sealed override string Text(InitReport result) => FileTexts.Lines(result);
}
