using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Asks for the status of deployed releases, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileStatus"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileStatusTask<TContext> : HelmfileTask<TContext, HelmfileStatusSettings, ReleaseStatuses>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfStatus;

    /// <inheritdoc/>
    protected override HelmfileStatusSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new() { Scope = line.Scope, Args = line.Args };
    }

    private protected sealed override Task<ReleaseStatuses> CallAsync(TContext context, HelmfileStatusSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.StatusAsync(settings, cancellationToken);

    private protected sealed override string Text(ReleaseStatuses result) => StatusTexts.Text(result);

    private protected sealed override ResultDocument? Document(ReleaseStatuses result) => ResultDocument.Json(StatusTexts.Rows(result));
}
