using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Records;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Planning.Comparing;

/// <summary>Renders what releases are to be: one helm process each, as many at once as the machine bears.</summary>
internal sealed class WantedManifests(EnginePorts ports, ServerQuestions questions, HelmSlots helm, CancellationToken cancellationToken)
{
    public Task<ChartInvocation> InvokeAsync(Release release, PreparedChart chart) =>
        ReleaseInvocation.MakeAsync(release, chart.Path, ports.Folder, cancellationToken);

    public async Task<Manifest> RenderAsync(
        PreparedRelease prepared, ChartInvocation invocation, PreparedChart chart, ClusterCapabilities capabilities, ReleaseContent? deployed)
    {
        var (release, diff) = (prepared.Release, prepared.Diff);
        var reason = diff.IsValidated ? await questions.ReasonAsync(release, chart.Facts, capabilities).ConfigureAwait(false) : null;
        if (reason is not null)
            ports.Log.Verbose($"{release.Id}: rendered with the server, because {reason}.");

        var request = new RenderRequest
        {
            Chart = deployed is not null && diff.ReuseValues ? await WithReusedAsync(invocation, deployed).ConfigureAwait(false) : invocation,
            IsUpgrade = ReleaseDecision.Exists(prepared.Record),
            KubeVersion = diff.KubeVersion(release, capabilities),
            ApiVersions = diff.IsValidated ? capabilities.ApiVersions : [.. release.Rendering.ApiVersions, .. diff.Words.ApiVersions],
            WithServer = reason is not null || (diff.IsValidated && diff.Words.WithServer),
            TemplateArguments =
            [
                .. release.Rendering.TemplateArguments,
                .. diff.Words.TemplateWords,
                .. diff.Words.IncludeCrds ? ["--include-crds"] : Array.Empty<string>(),
            ],
        };

        // What helm printed is read while the next helm runs already.
        var text = await helm.RunAsync(() => ports.Renderer.RenderAsync(request, cancellationToken)).ConfigureAwait(false);
        return ManifestParser.ReadRendered(text, prepared.Namespace, diff.Manifest);
    }

    private async Task<ChartInvocation> WithReusedAsync(ChartInvocation invocation, ReleaseContent deployed)
    {
        var file = await ports.Folder.WriteAsync("reused-values.yaml", ReusedValues.Of(deployed), cancellationToken).ConfigureAwait(false);
        return invocation with { ValuesFiles = invocation.ValuesFiles.Insert(0, file) };
    }
}
