using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Writes the values of releases to files, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileWriteValues"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileWriteValuesTask<TContext> : HelmfileTask<TContext, HelmfileWriteValuesSettings, WrittenValues>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfWriteValues;

    /// <inheritdoc/>
    protected override HelmfileWriteValuesSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new()
        {
            Scope = line.Scope,
            Values = line.Values,
            OutputFileTemplate = line.Value(CommandOptions.OutputFileTemplate),
        };
    }

    private protected sealed override Task<WrittenValues> CallAsync(TContext context, HelmfileWriteValuesSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.WriteValuesAsync(settings, cancellationToken);

    private protected sealed override string Text(WrittenValues result) => FileTexts.Lines(result);

    private protected sealed override ResultDocument? Document(WrittenValues result) => ResultDocument.Json(FileTexts.Rows(result));
}
