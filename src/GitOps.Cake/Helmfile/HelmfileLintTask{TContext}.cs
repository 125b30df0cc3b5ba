using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Examines the charts of a helmfile with their values, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileLint"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileLintTask<TContext> : HelmfileTask<TContext, HelmfileLintSettings, CheckReport>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfLint;

    /// <inheritdoc/>
    protected override HelmfileLintSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new() { Scope = line.Scope, Values = line.Values, Needs = line.Needs, Args = line.Args };
    }

    private protected sealed override Task<CheckReport> CallAsync(TContext context, HelmfileLintSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.LintAsync(settings, cancellationToken);

    private protected sealed override string Text(CheckReport result) => CheckTexts.Text(result);

    private protected sealed override ResultDocument? Document(CheckReport result) => ResultDocument.Json(CheckTexts.Rows(result));

    private protected sealed override void ThrowIfFailed(CheckReport result) => CheckTexts.ThrowIfFailed("The examination", result);
}
