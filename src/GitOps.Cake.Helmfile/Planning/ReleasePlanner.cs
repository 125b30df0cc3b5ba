using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Planning.Comparing;
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
    WantedManifests wanted,
    ManifestDigest digest,
    DiffChoices choices)
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
            var diff = choices.For(release, ReleaseDecision.Exists(record));
            prepared = prepared with
            {
                Diff = diff,
                Release = release with { Options = release.Options with { TakeOwnership = diff.TakeOwnership } },
            };
            var last = LastRevision.Read(record, prepared.Namespace, diff.Manifest);
            prepared = !release.Installed ? Unwanted(prepared, last.Manifest, helmfile.Secrets)
                : diff.IsSkipped ? await SkipAsync(prepared, capabilities, helmfile).ConfigureAwait(false)
                : await CompareAsync(prepared, last, capabilities, helmfile).ConfigureAwait(false);
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

    private PreparedRelease Unwanted(PreparedRelease prepared, Manifest deployed, KnownSecrets secrets)
    {
        var decision = ReleaseDecision.ForUnwanted(prepared.Record);
        var difference = new ManifestComparison(secrets, prepared.Diff.Rules).Compare(deployed, Manifest.Empty);
        return prepared with
        {
            Leaving = decision.Action == ReleaseAction.Uninstall ? deployed : Manifest.Empty,
            Planned = Decide(prepared, decision, difference) with
            {
                HasSecrets = HasSecrets(deployed, secrets),
                DeployedDigest = decision.Action == ReleaseAction.Uninstall ? digest.Of(deployed, secrets) : null,
            },
        };
    }

    /// <summary>A release that is not installed yet, and is not compared by choice.</summary>
    private async Task<PreparedRelease> SkipAsync(PreparedRelease prepared, ClusterCapabilities capabilities, SelectedHelmfile helmfile)
    {
        var chart = await charts.PrepareAsync(prepared.Release, helmfile.Repositories, capabilities).ConfigureAwait(false);
        return prepared with
        {
            Invocation = await wanted.InvokeAsync(prepared.Release, chart).ConfigureAwait(false),
            Planned = prepared.Planned with
            {
                Action = ReleaseAction.Install,
                Reason = ChangeReason.NotInstalled,
                Comparison = Comparison.Skipped,
                ChartVersion = chart.Facts.Version,
            },
        };
    }

    private async Task<PreparedRelease> CompareAsync(
        PreparedRelease prepared, LastRevision last, ClusterCapabilities capabilities, SelectedHelmfile helmfile)
    {
        var release = prepared.Release;
        var chart = await charts.PrepareAsync(release, helmfile.Repositories, capabilities).ConfigureAwait(false);
        var invocation = await wanted.InvokeAsync(release, chart).ConfigureAwait(false);
        var manifest = await wanted.RenderAsync(prepared, invocation, chart, capabilities, last.Content).ConfigureAwait(false);
        var secrets = last.Content is { } content
            ? helmfile.Secrets.And(FormerSecrets.Find(release, content.Values, helmfile.Secrets))
            : helmfile.Secrets;
        var difference = new ManifestComparison(secrets, prepared.Diff.Rules).Compare(last.Manifest, manifest);
        var decision = ReleaseDecision.ForWanted(
            prepared.Record,
            !difference.Changes.IsEmpty,
            last.Content is null || !difference.Changes.IsEmpty
                ? null
                : RecordComparison.Compare(last.Content, release, chart.Facts, prepared.Diff.ReuseValues));
        return prepared with
        {
            Invocation = invocation,
            Wanted = manifest,
            Last = prepared.Diff.Live == LiveComparison.None ? null : last,
            Changes = difference.Changes,
            Secrets = secrets,
            AppliesServerSide = AppliesServerSide(release, last.Content),
            DefinedKinds = chart.Facts.DefinedKinds,
            Planned = Decide(prepared, decision, difference) with
            {
                ChartVersion = chart.Facts.Version,
                DeployedChartVersion = last.Content?.ChartVersion,
                HasSecrets = HasSecrets(last.Manifest, secrets) || HasSecrets(manifest, secrets),
                DeployedDigest = last.Content is null ? null : digest.Of(last.Manifest, secrets),
                DesiredDigest = digest.Of(manifest, secrets),
            },
        };
    }

    private static bool HasSecrets(Manifest manifest, KnownSecrets secrets) => manifest.Resources.Any(
        resource => resource.IsSecret || (!secrets.IsEmpty && new ContentMask(secrets, "").HasSecrets(resource.Content)));

    /// <summary>Helm 4 goes on as the last revision was applied, unless the release says how.</summary>
    private bool AppliesServerSide(Release release, ReleaseContent? last) =>
        ports.KnownHelmVersion?.StartsWith("3.", StringComparison.Ordinal) == false && release.Options.ServerSide switch
        {
            "true" => true,
            "false" => false,
            _ => last?.ApplyMethod != "csa",
        };

    private static PlannedRelease Decide(PreparedRelease prepared, ReleaseDecision decision, ManifestDifference difference)
    {
        var suppressed = prepared.Diff.SuppressContent;
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
}
