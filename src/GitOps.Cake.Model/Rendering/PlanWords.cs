using System.Globalization;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Rendering;

/// <summary>A plan in words, the same on every surface.</summary>
internal static class PlanWords
{
    public const string SecretsNotBound =
        "Values of Secrets are not bound: the digest stays the same when only they change. Give every run the same GITOPS_PLAN_KEY to bind them.";

    public static string Reason(PlannedRelease release) => Reason(release, static text => text);

    public static string Action(PlannedRelease release) => release.Action switch
    {
        ReleaseAction.None => "none",
        ReleaseAction.Install => "install",
        ReleaseAction.Upgrade => "upgrade",
        ReleaseAction.Uninstall => "uninstall",
        ReleaseAction.Reinstall => "reinstall",
        ReleaseAction.RecordOnly => "none",
        _ => "unknown",
    };

    /// <summary>The reason in words; <paramref name="quote"/> is for the status of a revision, which comes from outside.</summary>
    public static string Reason(PlannedRelease release, Func<string, string> quote) => release.Reason switch
    {
        ChangeReason.Unchanged => "unchanged",
        ChangeReason.NotInstalled when release.RenamedFrom is { } from => $"new: renamed from {quote(from.ToString())}",
        ChangeReason.NotInstalled => "new",
        ChangeReason.ManifestChanged => "manifest changed",
        ChangeReason.RecordChanged => "record only: values differ, no object does",
        ChangeReason.LastRevisionFailed => "last revision failed: tried again",
        ChangeReason.LastRevisionPending => $"{quote(release.Status ?? "pending")}: cut off or under way",
        ChangeReason.Unwanted when release.RenamedTo is { } to => $"to be uninstalled: renamed to {quote(to.ToString())}",
        ChangeReason.Unwanted => "to be uninstalled",
        ChangeReason.Absent => "not installed, as wanted",
        ChangeReason.Drifted => "drifted: live objects differ",
        ChangeReason.Synced => "nothing differs: synced all the same",
        _ when release.Comparison == Comparison.Skipped => "not compared, by choice",
        _ => "not compared: error below",
    };

    public static string Chart(PlannedRelease release) => (release.DeployedChartVersion, release.ChartVersion) switch
    {
        (null, null) => release.Chart,
        ({ } version, null) => $"{release.Chart} {version}",
        ({ } deployed, { } wanted) when deployed != wanted => $"{release.Chart} {deployed} → {wanted}",
        (_, { } version) => $"{release.Chart} {version}",
    };

    /// <summary>Whether nothing happens and there is nothing more to say than that.</summary>
    public static bool IsQuiet(PlannedRelease release) =>
        release is { Action: ReleaseAction.None, IsCompared: true, Detail: null, Error: null, Resources.IsEmpty: true };

    public static string Totals(Plan plan)
    {
        var totals = plan.Totals;
        string[] still =
        [
            .. Some(totals.Unchanged, "unchanged"),
            .. Some(totals.RecordOnly, "record only"),
            .. Some(totals.NotCompared, "not compared"),
        ];
        if (!plan.HasChanges)
        {
            return still.Length > 0 ? $"No changes. Releases: {string.Join(", ", still)}." : "No changes. No release was selected.";
        }

        string[] releases =
        [
            Count(totals.Installs, "to install"),
            Count(totals.Upgrades, "to upgrade"),
            Count(totals.Uninstalls, "to uninstall"),
            .. totals.Unchanged > 0 ? still : [Count(0, "unchanged"), .. still],
        ];
        var resources = $"{Count(totals.Added, totals.Added == 1 ? "resource" : "resources")} to add, "
            + $"{Count(totals.Changed, "to change")}, {Count(totals.Removed, "to remove")}";
        return $"Plan: {string.Join(", ", releases)}; {resources}";
    }

    public static string Resources(PlannedRelease release) => string.Join(
        ", ",
        [
            .. Some(release.Resources.Count(change => change.Change == ResourceChangeKind.Added), "to add"),
            .. Some(release.Resources.Count(change => change.Change is not (ResourceChangeKind.Added or ResourceChangeKind.Removed)), "to change"),
            .. Some(release.Resources.Count(change => change.Change == ResourceChangeKind.Removed), "to remove"),
        ]);

    public static bool LeavesSecretsUnbound(Plan plan) => plan is { SecretsBound: false, HasSecrets: true };

    private static string[] Some(int count, string what) => count > 0 ? [Count(count, what)] : [];

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}");
}
