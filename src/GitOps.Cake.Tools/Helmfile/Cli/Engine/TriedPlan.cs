using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Outcomes;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Cli.Engine;

/// <summary>The plan of a command that makes none: which releases it works on, not compared by its nature.</summary>
internal static class TriedPlan
{
    public static Plan Of(HelmfileScope scope, KnownProject project, ChangeReading reading, ClusterCapabilities? cluster, string engine) => new()
    {
        Scope = scope.Name!,
        Environment = scope.Environment ?? "default",
        Clusters = cluster is null ? [] : [new("", cluster.Uid)],
        Origin = new() { Engine = engine, Kubernetes = cluster?.KubeVersion, KubeContext = scope.KubeContext, File = scope.File },
        Releases = [.. reading.Outcomes.Select(outcome => Release(outcome, project.Find(outcome.Release)))],
    };

    private static PlannedRelease Release(ReleaseOutcome outcome, KnownRelease? known) => new()
    {
        Release = outcome.Release,
        Chart = known?.Chart ?? "",
        ChartVersion = known?.Version,
        Comparison = Comparison.Skipped,
        Action = outcome.Outcome switch
        {
            ReleaseOutcomeKind.Installed => ReleaseAction.Install,
            ReleaseOutcomeKind.Upgraded => ReleaseAction.Upgrade,
            ReleaseOutcomeKind.Reinstalled => ReleaseAction.Reinstall,
            ReleaseOutcomeKind.Uninstalled or ReleaseOutcomeKind.FailedToUninstall => ReleaseAction.Uninstall,
            _ => ReleaseAction.Unknown,
        },
        Reason = ChangeReason.NotCompared,
    };
}
