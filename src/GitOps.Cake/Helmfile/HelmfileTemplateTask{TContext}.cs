using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Reporting;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>Renders the manifests of a helmfile, and publishes the result. Derive from it for a task with settings of its own; <see cref="HelmfileTemplate"/> is the one that reads the command line.</summary>
/// <typeparam name="TContext">The build's context.</typeparam>
public abstract class HelmfileTemplateTask<TContext> : HelmfileTask<TContext, HelmfileTemplateSettings, RenderedReleases>
    where TContext : class, IGitOpsContext
{
    private protected override ImmutableArray<LibraryOption> OptionsRead => CommandOptions.OfTemplate;

    /// <inheritdoc/>
    protected override HelmfileTemplateSettings Settings(TContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var line = new CommandLineSettings(context);
        return new()
        {
            Scope = line.Scope,
            Values = line.Values,
            Needs = line.Needs,
            OutputDir = line.Path(CommandOptions.OutputDir),
            OutputDirTemplate = line.Value(CommandOptions.OutputDirTemplate),
            Validate = line.Flag(CommandOptions.Validate),
            IncludeCrds = line.Flag(CommandOptions.IncludeCrds),
            SkipTests = line.Flag(CommandOptions.SkipTests),
            NoHooks = line.Flag(CommandOptions.NoHooks),
            SkipSchemaValidation = line.Flag(CommandOptions.SkipSchemaValidation),
            KubeVersion = line.Value(CommandOptions.KubeVersion),
            ShowOnly = line.Texts(CommandOptions.ShowOnly),
            PostRenderer = line.Value(CommandOptions.PostRenderer),
            PostRendererArgs = line.PostRendererArgs,
            Args = line.Args,
            TemplateArgs = line.TemplateArgs,
        };
    }

    private protected sealed override Task<RenderedReleases> CallAsync(TContext context, HelmfileTemplateSettings settings, CancellationToken cancellationToken) =>
        context.Session.Helmfile.TemplateAsync(settings, cancellationToken);

    private protected sealed override RenderedReleases? Before(GitOpsException failure) =>
        (failure as PartlyRenderedException)?.Rendered is { Releases.IsEmpty: false } rendered ? rendered : null;

    private protected sealed override string Text(RenderedReleases result) => ManifestTexts.Yaml(result);

    private protected sealed override ResultDocument? Document(RenderedReleases result) => ResultDocument.Yaml(ManifestTexts.Yaml(result));
}
