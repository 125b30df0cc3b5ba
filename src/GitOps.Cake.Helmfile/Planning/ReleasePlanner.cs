using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Records;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>Plans one release: observes its last revision, renders what is wanted, compares, decides.</summary>
internal sealed class ReleasePlanner(
    EnginePorts ports,
    ClusterView cluster,
    ChartPreparation charts,
    ServerQuestions questions,
    ManifestDigest digest,
    SemaphoreSlim helm,
    CancellationToken cancellationToken)
{
    public async Task<PreparedRelease> PlanAsync(Release release, ReleaseId shown, SelectedHelmfile helmfile)
    {
        // Without a cluster no release can be compared: that is an error of the run and not of a release.
        var capabilities = await cluster.CapabilitiesAsync(release.KubeContext).ConfigureAwait(false);
        var record = await cluster.FindRecordAsync(release).ConfigureAwait(false);
        var started = ports.Time.GetTimestamp();
        var prepared = new PreparedRelease
        {
            Release = release,
            Record = record,
            Namespace = release.Id.Namespace.Length > 0 ? release.Id.Namespace : capabilities.DefaultNamespace,
            Planned = Describe(release, shown, record),
        };
        try
        {
            var (deployed, content) = Deployed(record, prepared.Namespace);
            prepared = release.Installed
                ? await CompareAsync(prepared, deployed, content, capabilities, helmfile).ConfigureAwait(false)
                : Unwanted(prepared, deployed, helmfile.Secrets);
        }
        catch (GitOpsException exception)
        {
            prepared = prepared.Fail(helmfile.Secrets.Redact(exception.Message));
        }

        return prepared with { Planned = prepared.Planned with { Duration = ports.Time.GetElapsedTime(started) } };
    }

    private static PlannedRelease Describe(Release release, ReleaseId shown, ReleaseRecord? record) => new()
    {
        Release = shown,
        Action = ReleaseAction.Unknown,
        Reason = ChangeReason.NotCompared,
        Chart = release.Chart,
        ChartVersion = release.Version,
        Revision = record?.Revision,
        Status = record?.Status,
    };

    private static (Manifest Manifest, ReleaseContent? Content) Deployed(ReleaseRecord? record, string @namespace)
    {
        if (record is null || !ReleaseDecision.Exists(record))
            return (Manifest.Empty, null);

        var content = ReleaseContentReader.Read(record);
        return (ManifestParser.ReadDeployed(content, @namespace), content);
    }

    private static bool HasSecrets(Manifest manifest) => manifest.Resources.Any(resource => resource.IsSecret);

    private PreparedRelease Unwanted(PreparedRelease prepared, Manifest deployed, KnownSecrets secrets)
    {
        var decision = ReleaseDecision.ForUnwanted(prepared.Record);
        var difference = new ManifestComparison(secrets).Compare(deployed, Manifest.Empty);
        return prepared with
        {
            Planned = Decide(prepared, decision, difference) with
            {
                HasSecrets = HasSecrets(deployed),
                DeployedDigest = decision.Action == ReleaseAction.Uninstall ? digest.Of(deployed) : null,
            },
        };
    }

    private async Task<PreparedRelease> CompareAsync(
        PreparedRelease prepared,
        Manifest deployed,
        ReleaseContent? content,
        ClusterCapabilities capabilities,
        SelectedHelmfile helmfile)
    {
        var release = prepared.Release;
        var chart = await charts.PrepareAsync(release, helmfile.Repositories, capabilities).ConfigureAwait(false);
        var invocation = await ReleaseInvocation.MakeAsync(release, chart.Path, ports.Folder, cancellationToken).ConfigureAwait(false);
        var text = await RenderAsync(prepared, invocation, chart, capabilities).ConfigureAwait(false);
        var wanted = ManifestParser.ReadRendered(text, prepared.Namespace);
        var difference = new ManifestComparison(helmfile.Secrets, new() { HiddenLines = HiddenLines(release) }).Compare(deployed, wanted);
        var decision = ReleaseDecision.ForWanted(
            prepared.Record,
            !difference.Changes.IsEmpty,
            content is null ? null : RecordComparison.Compare(content, release, chart.Facts));
        return prepared with
        {
            Invocation = invocation,
            Wanted = wanted,
            DefinedKinds = chart.Facts.DefinedKinds,
            Planned = Decide(prepared, decision, difference) with
            {
                ChartVersion = chart.Facts.Version,
                DeployedChartVersion = content?.ChartVersion,
                HasSecrets = HasSecrets(deployed) || HasSecrets(wanted),
                DeployedDigest = content is null ? null : digest.Of(deployed),
                DesiredDigest = digest.Of(wanted),
            },
        };
    }

    private static PlannedRelease Decide(PreparedRelease prepared, ReleaseDecision decision, ManifestDifference difference)
    {
        var suppressed = prepared.Release.Comparison.SuppressDiff;
        return prepared.Planned with
        {
            Action = decision.Action,
            Reason = decision.Reason,
            Detail = decision.Detail,
            Comparison = suppressed ? Comparison.Suppressed : Comparison.Compared,
            Resources = suppressed ? [] : difference.Changes,
            UnchangedResources = difference.Unchanged,
        };
    }

    private async Task<string> RenderAsync(
        PreparedRelease prepared, ChartInvocation invocation, PreparedChart chart, ClusterCapabilities capabilities)
    {
        var release = prepared.Release;
        var reason = await questions.ReasonAsync(release, chart.Facts, capabilities).ConfigureAwait(false);
        if (reason is not null)
            ports.Log.Verbose($"{release.Id}: rendered with the server, because {reason}.");

        await helm.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await ports.Renderer.RenderAsync(
                new()
                {
                    Chart = invocation,
                    IsUpgrade = ReleaseDecision.Exists(prepared.Record),
                    KubeVersion = release.Rendering.KubeVersion ?? capabilities.KubeVersion,
                    ApiVersions = release.Rendering.ApiVersions.IsEmpty
                        ? capabilities.ApiVersions
                        : [.. capabilities.ApiVersions, .. release.Rendering.ApiVersions],
                    WithServer = reason is not null,
                    TemplateArguments = release.Rendering.TemplateArguments,
                },
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            helm.Release();
        }
    }

    private static Func<string, bool>? HiddenLines(Release release)
    {
        if (release.Comparison.SuppressOutputLineRegex.IsEmpty)
            return null;

        var patterns = release.Comparison.SuppressOutputLineRegex
            .Select(pattern => new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))
            .ToArray();
        return line => patterns.Any(pattern => pattern.IsMatch(line));
    }
}
