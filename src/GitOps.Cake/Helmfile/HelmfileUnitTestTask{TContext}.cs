using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Runs the unit tests of charts, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileUnitTest"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileUnitTestTask<TContext> : HelmfileTask<TContext, HelmfileUnitTestSettings, CheckReport>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfUnitTest;

    /// <inheritdoc/>
    protected override HelmfileUnitTestSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new()
        {
            Scope = line.Scope,
            Values = line.Values,
            Needs = line.Needs,
            FailFast = line.Flag(CommandOptions.FailFast),
            DebugPlugin = line.Flag(CommandOptions.DebugPlugin),
            Args = line.Args,
        };
    }

    private protected sealed override Task<CheckReport> CallAsync(TContext context, HelmfileUnitTestSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.UnitTestAsync(settings, cancellationToken);

    private protected sealed override string Text(CheckReport result) => CheckTexts.Text(result);

    private protected sealed override ResultDocument? Document(CheckReport result) => ResultDocument.Json(CheckTexts.Rows(result));

    private protected sealed override void ThrowIfFailed(CheckReport result) => CheckTexts.ThrowIfFailed("The unit tests", result);
}
