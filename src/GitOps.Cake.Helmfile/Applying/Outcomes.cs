using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>Outcomes of a planned release.</summary>
internal static class Outcomes
{
    public static ReleaseOutcome Unchanged(PreparedRelease release) =>
        Of(release, ReleaseOutcomeKind.Unchanged) with { Reason = release.Planned.Detail };

    public static ReleaseOutcome Skipped(PreparedRelease release, string reason) =>
        Of(release, ReleaseOutcomeKind.Skipped) with { Reason = reason };

    /// <summary>A change that ended before helm was called.</summary>
    public static ReleaseOutcome Untouched(PreparedRelease release, string reason) =>
        Of(release, release.Planned.Action == ReleaseAction.Uninstall ? ReleaseOutcomeKind.FailedToUninstall : ReleaseOutcomeKind.Failed) with
        {
            Reason = $"{reason}\nHelm was not called; the release is as it was.",
        };

    /// <summary>A change that was done, and a hook after it was not.</summary>
    public static ReleaseOutcome HookFailed(ReleaseOutcome done, string reason, ReleaseOutcomeKind kind) => done with
    {
        Outcome = kind,
        Reason = $"{reason}\nThe release itself was {done.Outcome.ToString().ToLowerInvariant()} before that; its last revision is {done.Revision}.",
    };

    public static ReleaseOutcome Done(PreparedRelease release, bool reinstalled, TimeSpan duration) => release.Planned.Action switch
    {
        ReleaseAction.Uninstall => Of(release, ReleaseOutcomeKind.Uninstalled) with { Revision = null, Duration = duration },
        var action => Of(release, Kind(action, reinstalled)) with
        {
            Revision = reinstalled ? 1 : (release.Record?.Revision ?? 0) + 1,
            ChartVersion = release.Planned.ChartVersion,
            Duration = duration,
        },
    };

    public static ReleaseOutcome Of(PreparedRelease release, ReleaseOutcomeKind kind) => new()
    {
        Release = release.Planned.Release,
        Outcome = kind,
        Revision = release.Record?.Revision,
        ChartVersion = release.Planned.DeployedChartVersion,
    };

    private static ReleaseOutcomeKind Kind(ReleaseAction action, bool reinstalled) =>
        reinstalled ? ReleaseOutcomeKind.Reinstalled
        : action == ReleaseAction.Install ? ReleaseOutcomeKind.Installed
        : ReleaseOutcomeKind.Upgraded;
}
