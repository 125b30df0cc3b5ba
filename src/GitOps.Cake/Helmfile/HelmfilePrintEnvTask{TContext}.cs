using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Tells the values of an environment; they can hold decrypted secrets, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfilePrintEnv"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfilePrintEnvTask<TContext> : HelmfileTask<TContext, HelmfilePrintEnvSettings, EnvironmentList>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfPrintEnv;

    /// <inheritdoc/>
    protected override HelmfilePrintEnvSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new() { Scope = line.Scope };
    }

    private protected sealed override Task<EnvironmentList> CallAsync(TContext context, HelmfilePrintEnvSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.PrintEnvAsync(settings, cancellationToken);

    private protected sealed override string Text(EnvironmentList result) => EnvironmentTexts.Yaml(result);

    private protected sealed override ResultDocument? Document(EnvironmentList result) => ResultDocument.Json(EnvironmentTexts.Rows(result));
}
