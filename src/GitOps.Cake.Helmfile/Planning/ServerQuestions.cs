using GitOps.Cake.Helmfile.Charts;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>Decides whether a release has to be rendered with the server, because without it the answer could be another.</summary>
internal sealed class ServerQuestions(IChartRenderer renderer, HelmSlots helm, CancellationToken cancellationToken)
{
    private readonly Lazy<Task<IReadOnlySet<string>>> _builtIn = new(() => helm.RunAsync(() => renderer.ListBuiltInApiVersionsAsync(cancellationToken)));

    /// <summary>Why the server is needed; null where it is not.</summary>
    public async Task<string?> ReasonAsync(Release release, ChartFacts chart, ClusterCapabilities cluster)
    {
        var findings = new TemplateFindings { NeedsServer = chart.NeedsServer, AskedApiVersions = chart.AskedApiVersions };
        if (chart.EvaluatesValues)
            findings = release.Values.Select(source => source.Read()).Aggregate(findings, (all, text) => all.And(TemplateScan.Scan(text)));

        if (findings.NeedsServer is { } reason)
            return reason;

        foreach (var asked in findings.AskedApiVersions)
        {
            if (!cluster.ApiVersions.Contains(asked) && (await _builtIn.Value.ConfigureAwait(false)).Contains(asked))
                return $"it asks for {asked}, which helm takes for granted and this cluster does not serve";
        }

        return null;
    }
}
