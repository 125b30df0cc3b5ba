using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>Says how helm is called for a release, whatever the verb: its chart, its values, how they are read.</summary>
internal static class ReleaseInvocation
{
    public static async Task<ChartInvocation> MakeAsync(Release release, string chart, IRunFolder folder, CancellationToken cancellationToken) => new()
    {
        Release = release.Id with { KubeContext = release.KubeContext },
        ChartPath = chart,
        ValuesFiles = await ValuesFiles.WriteAsync(release.Values, folder, cancellationToken).ConfigureAwait(false),
        Sets = release.Sets,
        Devel = release.Rendering.Devel,
        EnableDns = release.Rendering.EnableDns,
        SkipSchemaValidation = release.Rendering.SkipSchemaValidation,
        PostRenderer = release.Rendering.PostRenderer,
        PostRendererFolder = release.Rendering.PostRendererFolder,
        PostRendererArguments = release.Rendering.PostRendererArguments,
        ExtraArguments = release.Rendering.ExtraArguments,
    };
}
