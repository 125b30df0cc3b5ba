using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Diffs;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Cli.Engine;

/// <summary>Makes a plan of what helmfile's comparison tells, and of the last revisions in the cluster, which helmfile does not look at.</summary>
internal sealed class CliPlanner(ReleaseFacts facts, ManifestDigest digest)
{
    private const string OtherFailed = "The comparison of another release failed, and helmfile does not tell whether this one was compared.";

    private const string NoRetry = "helmfile will not retry this: nothing else differs";

    public async Task<Plan> MakeAsync(PlanMaking making, CancellationToken cancellationToken)
    {
        var releases = ImmutableArray.CreateBuilder<PlannedRelease>();
        foreach (var compared in All(making))
            releases.Add(await PlanAsync(compared, making, cancellationToken).ConfigureAwait(false));

        return new()
        {
            Scope = making.Scope.Name!,
            Environment = making.Scope.Environment ?? "default",
            Clusters = making.Clusters,
            Releases = releases.DrainToImmutable(),
            Origin = making.Origin,
            Warnings = Warnings(making),
        };
    }

    /// <summary>The compared releases, and those that no text names: not wanted and not there, or never reached.</summary>
    private static IEnumerable<ComparedRelease> All(PlanMaking making)
    {
        var told = making.Reading.Diff.Releases;
        var failed = making.Failure is not null;
        return told.Concat(making.Project.Releases
            .Where(known => making.Reading.Diff.Find(known.Id) is null)
            .Select(known => new ComparedRelease
            {
                Release = known.Id,
                Chart = known.Chart,
                State = failed ? ComparedState.NotCompared : ComparedState.Unchanged,
                NamesResources = false,
            }));
    }

    private async Task<PlannedRelease> PlanAsync(ComparedRelease compared, PlanMaking making, CancellationToken cancellationToken)
    {
        var known = making.Project.Find(compared.Release);
        var planned = new PlannedRelease
        {
            Release = compared.Release with { KubeContext = known?.KubeContext },
            Action = ReleaseAction.Unknown,
            Reason = ChangeReason.NotCompared,
            Chart = known?.Chart is { Length: > 0 } chart ? chart : compared.Chart,
            ChartVersion = known?.Version,
        };
        if (compared.State is ComparedState.Failed or ComparedState.NotCompared)
            return planned with { Comparison = Comparison.Failed, Error = compared.State == ComparedState.Failed ? making.Failure : OtherFailed };

        var record = await facts.FindAsync(compared.Release with { KubeContext = known?.KubeContext }, cancellationToken).ConfigureAwait(false);
        var comparison = new ReleaseContents(record, compared, making);
        planned = planned with { Revision = record?.Revision, Status = record?.Status, DeployedChartVersion = comparison.ChartVersion };
        var isWanted = known?.Installed ?? compared.State != ComparedState.Uninstalled;
        return isWanted ? Wanted(planned, compared, record, comparison, making) : Unwanted(planned, record, comparison);
    }

    private PlannedRelease Unwanted(PlannedRelease planned, ReleaseRecord? record, ReleaseContents contents)
    {
        var decision = ReleaseDecision.ForUnwanted(record);
        return planned with
        {
            Action = decision.Action,
            Reason = decision.Reason,
            Resources = contents.Removals(),
            HasSecrets = contents.HasSecrets,
            DeployedDigest = decision.Action == ReleaseAction.Uninstall && contents.IsKnown ? digest.Of(contents.Deployed) : null,
        };
    }

    private PlannedRelease Wanted(PlannedRelease planned, ComparedRelease compared, ReleaseRecord? record, ReleaseContents contents, PlanMaking making)
    {
        var changes = contents.Changes();
        var decision = Decide(compared, record, making.RetryFailed);
        return planned with
        {
            Action = decision.Action,
            Reason = decision.Reason,
            Detail = decision.Detail,
            Comparison = compared.State == ComparedState.Skipped ? Comparison.Skipped
                : compared.State == ComparedState.Suppressed || making.Diff.SuppressDiff ? Comparison.Suppressed
                : Comparison.Compared,
            Resources = making.Diff.SuppressDiff ? [] : changes,
            UnchangedResources = contents.Unchanged,
            HasSecrets = contents.HasSecrets,
            DeployedDigest = contents.IsKnown && ReleaseDecision.Exists(record) ? digest.Of(contents.Deployed) : null,
            DesiredDigest = contents.IsDesiredKnown ? digest.Of(contents.Desired) : null,
        };
    }

    /// <summary>helmfile compares with the last revision of whatever status, and leaves alone what is equal to one that failed.</summary>
    private static ReleaseDecision Decide(ComparedRelease compared, ReleaseRecord? record, bool retryFailed)
    {
        var decision = ReleaseDecision.ForWanted(record, compared.IsChange, recordDifference: null);
        if (compared.IsChange || decision.Action == ReleaseAction.None || retryFailed)
            return decision;

        return record is null
            ? new(ReleaseAction.None, ChangeReason.Unchanged)
            : new(ReleaseAction.None, decision.Reason, $"Revision {record.Revision} is {record.Status}, and {NoRetry}. {WayOut(record)}");
    }

    private static string WayOut(ReleaseRecord record) => record.Status.StartsWith("pending-", StringComparison.Ordinal)
        ? ReleaseDecision.WayOutOfPending(record)
        : "RetryFailed (--retry-failed) syncs it after the apply; so does a sync of this release.";

    private ImmutableArray<string> Warnings(PlanMaking making)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (making.Reading.Diff.Releases.Any(release => !release.Resources.IsEmpty))
        {
            warnings.Add("helmfile hides nothing but the values of Secrets; what is secret elsewhere is shown, unless a rule names it (Redact, as in ConfigMap/data/*password*).");
        }

        if (!facts.HasContent)
            warnings.Add("Helm's release records cannot be read: what a release has now is known only as far as the comparison shows it.");

        return warnings.DrainToImmutable();
    }
}
