using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Arguments;
using GitOps.Cake.Helmfile.Cli.Outcomes;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Cli.Engine;

/// <summary>
/// Makes the report of a change: an outcome per release of the plan. Of what was cut off, and of what failed, helm is asked in which
/// state it was left; a release that helmfile leaves failed is a failure here, or is retried.
/// </summary>
internal sealed class ReportMaking(Plan plan, CliSession session)
{
    // Asked after the run was cancelled, so it has a time of its own.
    private static readonly TimeSpan TimeToAsk = TimeSpan.FromSeconds(10);

    /// <summary>Whether helmfile's own comparison finds something to change.</summary>
    public bool HasWorkForHelmfile => plan.Releases.Any(release => release.IsChange && !IsLeft(release));

    public ApplyReport Stopped() => new()
    {
        Plan = plan,
        Releases =
        [
            .. plan.Releases.Select(release => Of(release, release switch
            {
                { Comparison: Comparison.Failed } => ReleaseOutcomeKind.Failed,
                { IsChange: true } => ReleaseOutcomeKind.Skipped,
                _ => ReleaseOutcomeKind.Unchanged,
            }) with
            {
                Reason = release.Error ?? (release.IsChange ? "Another release could not be compared, so nothing was changed." : null),
            }),
        ],
    };

    /// <param name="outcomes">What helmfile's answer tells.</param>
    /// <param name="interrupted">Whether the run was cut off.</param>
    /// <param name="settings">How it was applied; null where there was no plan to begin with.</param>
    /// <param name="duration">How long it took so far.</param>
    /// <param name="cancellationToken">Interrupts a retry.</param>
    public async Task<ApplyReport> FinishAsync(
        IEnumerable<ReleaseOutcome> outcomes, bool interrupted, HelmfileApplySettings? settings, TimeSpan duration, CancellationToken cancellationToken)
    {
        var known = outcomes.ToList();
        var results = plan.Releases.Select(release => known.Find(outcome => release.Release.Name == outcome.Release.Name && release.Release.Namespace == outcome.Release.Namespace)
            ?? Of(release, release.IsChange && !IsLeft(release) ? ReleaseOutcomeKind.Unknown : ReleaseOutcomeKind.Unchanged)).ToList();
        using var time = new CancellationTokenSource(TimeToAsk);
        var facts = session.Facts();
        for (var index = 0; index < results.Count; index++)
            results[index] = await SettleAsync(plan.Releases[index], results[index], facts, settings, interrupted, cancellationToken, time.Token).ConfigureAwait(false);

        return new() { Plan = plan, Releases = [.. results], Interrupted = interrupted || cancellationToken.IsCancellationRequested, Duration = duration };
    }

    /// <summary>Whether helmfile leaves the release as it failed.</summary>
    public static bool IsLeft(PlannedRelease release) =>
        release.Resources.IsEmpty && release.Reason is ChangeReason.LastRevisionFailed or ChangeReason.LastRevisionPending
        || (release.Resources.IsEmpty && release is { Reason: ChangeReason.NotInstalled, Status: "uninstalled" });

    private static ReleaseOutcome Of(PlannedRelease release, ReleaseOutcomeKind kind) => new()
    {
        Release = release.Release,
        Outcome = kind,
        Revision = release.Revision,
        ChartVersion = release.DeployedChartVersion,
        Reason = release.Detail,
    };

    private async Task<ReleaseOutcome> SettleAsync(
        PlannedRelease release, ReleaseOutcome outcome, ReleaseFacts facts, HelmfileApplySettings? settings, bool interrupted,
        CancellationToken cancellationToken, CancellationToken timeToAsk)
    {
        if (outcome.Outcome == ReleaseOutcomeKind.Unchanged && IsLeft(release))
        {
            return settings is { RetryFailed: true } && !interrupted && !cancellationToken.IsCancellationRequested
                ? await RetryAsync(release, settings, cancellationToken).ConfigureAwait(false)
                : outcome with { Outcome = ReleaseOutcomeKind.Failed, Reason = release.Detail };
        }

        var isUnsettled = outcome.Outcome is ReleaseOutcomeKind.Unknown or ReleaseOutcomeKind.Interrupted or ReleaseOutcomeKind.Failed
            or ReleaseOutcomeKind.FailedToUninstall or ReleaseOutcomeKind.RolledBack or ReleaseOutcomeKind.RollbackFailed;
        return isUnsettled ? await AskAsync(release, outcome, facts, timeToAsk).ConfigureAwait(false) : outcome;
    }

    private static async Task<ReleaseOutcome> AskAsync(PlannedRelease release, ReleaseOutcome outcome, ReleaseFacts facts, CancellationToken cancellationToken)
    {
        ReleaseRecord? left;
        try
        {
            left = await facts.FindAsync(release.Release, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is GitOpsException or OperationCanceledException)
        {
            return outcome with { Reason = $"{outcome.Reason}\nIn which state it was left could not be asked: {exception.Message}".TrimStart('\n') };
        }

        var kind = outcome.Outcome == ReleaseOutcomeKind.Unknown ? Kind(release, left) : outcome.Outcome;
        return outcome with { Outcome = kind, Revision = left?.Revision, Reason = $"{outcome.Reason}\n{State(release, left)}".TrimStart('\n') };
    }

    /// <summary>What became of a release that helmfile does not tell of: a revision that is new and deployed is a success.</summary>
    private static ReleaseOutcomeKind Kind(PlannedRelease release, ReleaseRecord? left) => left switch
    {
        { Status: "deployed" } when release.Action is ReleaseAction.Install or ReleaseAction.Upgrade && left.Revision > (release.Revision ?? 0) =>
            release.Action == ReleaseAction.Install ? ReleaseOutcomeKind.Installed : ReleaseOutcomeKind.Upgraded,
        { Status: "failed" } when left.Revision > (release.Revision ?? 0) => ReleaseOutcomeKind.Failed,
        not null when left.Status.StartsWith("pending-", StringComparison.Ordinal) => ReleaseOutcomeKind.Interrupted,
        null when release.Action == ReleaseAction.Uninstall => ReleaseOutcomeKind.Uninstalled,
        _ => ReleaseOutcomeKind.Unknown,
    };

    private static string State(PlannedRelease release, ReleaseRecord? left) => left switch
    {
        null => "No revision of it is in the cluster.",
        _ when left.Status.StartsWith("pending-", StringComparison.Ordinal) => ReleaseDecision.WayOutOfPending(left),
        _ when left.Revision == release.Revision => $"Its last revision is still {left.Revision}, {left.Status}.",
        { Status: "deployed" } => $"Its last revision is {left.Revision}, {left.Status}.",
        _ => $"Its last revision is {left.Revision}, {left.Status}; helmfile will not retry it while its files are the same, a sync does (RetryFailed, --retry-failed).",
    };

    /// <summary>A sync upgrades whatever is wanted, equal to a failed revision or not.</summary>
    private async Task<ReleaseOutcome> RetryAsync(PlannedRelease release, HelmfileApplySettings settings, CancellationToken cancellationToken)
    {
        var id = release.Release;
        var scope = session.Scope with { Selectors = [id.Namespace.Length > 0 ? $"name={id.Name},namespace={id.Namespace}" : $"name={id.Name}"] };
        HelmfileSyncSettings sync = new()
        {
            Scope = scope,
            Values = settings.Values,
            Upgrade = settings.Upgrade,
            Validate = settings.Validate,
            Args = settings.Args,
            TemplateArgs = settings.TemplateArgs,
        };
        var answer = await session.Calls.RunAsync(session.Tools, scope, ChangeLines.Of(sync), $"retry {id}", cancellationToken).ConfigureAwait(false);
        var reading = ChangeReader.Sync(answer, KnownProject.Unknown);
        return reading.Outcomes.FirstOrDefault(outcome => outcome.Release.Name == id.Name) is { } outcome
            ? outcome with { Release = id, Reason = Failures.EndMessage.Of(reading.End, answer, reading.Error) }
            : Of(release, ReleaseOutcomeKind.Failed) with { Reason = Failures.EndMessage.Of(reading.End, answer, reading.Error) ?? release.Detail };
    }
}
