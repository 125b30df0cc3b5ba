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

    public static ReleaseOutcome Done(PreparedRelease release, TimeSpan duration) => release.Planned.Action switch
    {
        ReleaseAction.Uninstall => Of(release, ReleaseOutcomeKind.Uninstalled) with { Revision = null, Duration = duration },
        var action => Of(release, action == ReleaseAction.Install ? ReleaseOutcomeKind.Installed : ReleaseOutcomeKind.Upgraded) with
        {
            Revision = (release.Record?.Revision ?? 0) + 1,
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
}
