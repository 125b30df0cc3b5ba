using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Conformance.Engine;

/// <summary>Plans and reports with helmfile's exit codes.</summary>
internal static class PlanText
{
    public static EngineAnswer Of(Plan plan, bool isDetailed, CallLog log)
    {
        foreach (var warning in plan.Warnings)
            log.Add(warning);
        foreach (var release in plan.Releases.Where(release => release.Error is not null))
            log.Add($"{release.Release}: {release.Error}");

        var isFailed = plan.Releases.Any(release => release.Comparison == Comparison.Failed);
        return new()
        {
            Exit = isFailed ? 1 : isDetailed && plan.Releases.Any(IsChange) ? 2 : 0,
            Output = PlanConsoleText(plan),
            Plan = PlanJson.Write(plan),
            Diff = [.. plan.Releases.Select(Diffed)],
        };
    }

    public static EngineAnswer Of(ApplyReport report, bool isDetailed, CallLog log)
    {
        foreach (var warning in report.Plan.Warnings)
            log.Add(warning);
        foreach (var release in report.Releases)
            log.Add($"{release.Release}: {release.Outcome}{(release.Reason is { } reason ? $": {reason}" : "")}");

        return new()
        {
            Exit = !report.Succeeded ? 1 : isDetailed && report.Releases.Any(release => release.Outcome != ReleaseOutcomeKind.Unchanged) ? 2 : 0,
            Output = PlanConsoleText(report.Plan),
            Plan = PlanJson.Write(report.Plan),
        };
    }

    // A release that was left out of the comparison by choice counts as a change.
    private static bool IsChange(PlannedRelease release) => release.IsChange || release.Comparison == Comparison.Skipped;

    private static string PlanConsoleText(Plan plan) => Rendering.PlanRenderer.ToConsole(plan);

    private static DiffedRelease Diffed(PlannedRelease release) => new(
        release.Release.Name,
        release.Release.Namespace,
        release is { Comparison: Comparison.Compared, Action: not ReleaseAction.Uninstall },
        [.. release.Resources.Where(change => change.Change != ResourceChangeKind.TextOnly).Select(Diffed)]);

    private static DiffedResource Diffed(ResourceChange change) => new(
        change.Change.ToString().ToLowerInvariant(), change.Resource.ApiVersion, change.Resource.Kind, change.Resource.Namespace, change.Resource.Name);
}
