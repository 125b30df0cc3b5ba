using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Runs the tests of deployed releases, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileTest"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileTestTask<TContext> : HelmfileTask<TContext, HelmfileTestSettings, CheckReport>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfTest;

    /// <inheritdoc/>
    protected override HelmfileTestSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new()
        {
            Scope = line.Scope,
            Logs = line.Flag(CommandOptions.Logs),
            TestTimeout = line.Seconds(CommandOptions.UpgradeTimeout),
            Args = line.Args,
        };
    }

    private protected sealed override Task<CheckReport> CallAsync(TContext context, HelmfileTestSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.TestAsync(settings, cancellationToken);

    private protected sealed override string Text(CheckReport result) => CheckTexts.Text(result);

    private protected sealed override ResultDocument? Document(CheckReport result) => ResultDocument.Json(CheckTexts.Rows(result));

    private protected sealed override void ThrowIfFailed(CheckReport result) => CheckTexts.ThrowIfFailed("The tests", result);
}
