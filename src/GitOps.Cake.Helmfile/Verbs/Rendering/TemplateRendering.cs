using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Verbs.Rendering;

/// <summary><c>template</c>: renders all selected releases at once, and answers in the order in which they are deployed.</summary>
internal sealed class TemplateRendering(EnginePorts ports, Walk walk, string workspace)
{
    private const string DefaultFolder = "{{ .OutputDir }}/{{ .State.BaseName }}-{{ .State.AbsPathSHA1 }}-{{ .Release.Name }}";

    public async Task<RenderedReleases> RunAsync(HelmfileTemplateSettings settings, CancellationToken cancellationToken)
    {
        var output = Output(settings);
        using var helm = new HelmSlots(HelmBound.ForRendering(settings.Scope.Concurrency), cancellationToken);
        var charts = ChartPreparation.WithoutCluster(ports, helm, cancellationToken);
        var (releases, failure) = await new ReleaseWork(walk, settings.ToWork(), HelmBound.ForRendering(settings.Scope.Concurrency)).TryEachAsync(
            (helmfile, release) => RenderAsync(settings, charts, output, helmfile, release, cancellationToken), cancellationToken).ConfigureAwait(false);
        var rendered = new RenderedReleases { Releases = releases };
        return failure is null ? rendered : throw new PartlyRenderedException(rendered, failure);
    }

    private OutputPath? Output(HelmfileTemplateSettings settings)
    {
        if (string.IsNullOrEmpty(settings.OutputDir) && string.IsNullOrEmpty(settings.OutputDirTemplate))
            return null;

        var folder = string.IsNullOrEmpty(settings.OutputDir) ? "" : Path.GetFullPath(settings.OutputDir, workspace);
        return new("OutputDirTemplate (--output-dir-template)", settings.OutputDirTemplate is { Length: > 0 } own ? own : DefaultFolder, folder);
    }

    private async Task<RenderedRelease> RenderAsync(
        HelmfileTemplateSettings settings,
        ChartPreparation charts,
        OutputPath? output,
        SelectedHelmfile helmfile,
        Release release,
        CancellationToken cancellationToken)
    {
        var chart = await PrepareAsync(charts, helmfile, release).ConfigureAwait(false);
        var folder = output?.Of(helmfile.Helmfile.State!, release);
        if (folder is not null)
            Directory.CreateDirectory(folder);

        ports.Log.Information($"Templating release={release.Id.Name}, chart={release.Chart}");
        var manifests = await ports.Renderer.RenderAsync(
            new()
            {
                Chart = await ReleaseInvocation.MakeAsync(release, chart.Path, ports.Folder, cancellationToken).ConfigureAwait(false),
                KubeVersion = release.Rendering.KubeVersion,
                ApiVersions = release.Rendering.ApiVersions,
                TemplateArguments = release.Rendering.TemplateArguments,
                NoHooks = settings.NoHooks,
                SkipTests = settings.SkipTests,
                IncludeCrds = settings.IncludeCrds,
                ShowOnly = settings.ShowOnly,
                Validate = settings.Validate,
                OutputFolder = folder,
            },
            cancellationToken).ConfigureAwait(false);
        return new() { Release = release.Id, Chart = release.Chart, Folder = folder, Manifests = folder is null ? manifests : "" };
    }

    private static async Task<PreparedChart> PrepareAsync(ChartPreparation charts, SelectedHelmfile helmfile, Release release)
    {
        try
        {
            return await charts.PrepareAsync(release, helmfile.Repositories).ConfigureAwait(false);
        }
        catch (GitOpsException exception) when (!IsPulledByHelm(release))
        {
            throw new ChartNotReadyException(exception);
        }
    }

    // With helmfile, such a chart is pulled by the very call that renders it.
    private static bool IsPulledByHelm(Release release) => release is { ChartChanges.IsNone: true, ChartReference.Repository.Oci: false };
}
