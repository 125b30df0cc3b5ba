using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Tests.GitHub;

/// <summary>Plans to report.</summary>
internal static class Plans
{
    public const string Scope = "deploy/helmfile.yaml:staging";

    public static Plan WithChanges(int releases = 1, string text = "x") => new()
    {
        Scope = Scope,
        Environment = "staging",
        Clusters = [new("", "uid")],
        Releases =
        [
            .. Enumerable.Range(0, releases).Select(number => new PlannedRelease
            {
                Release = new($"web{number}", "apps"),
                Action = ReleaseAction.Upgrade,
                Reason = ChangeReason.ManifestChanged,
                Chart = "charts/web",
                DesiredDigest = text,
                Resources =
                [
                    new()
                    {
                        Resource = new("apps/v1", "Deployment", "apps", $"web{number}"),
                        Change = ResourceChangeKind.Changed,
                        Diff = string.Concat(Enumerable.Repeat($"-old {text}\n+new {text}\n", 40)),
                    },
                ],
            }),
        ],
    };

    public static Plan WithoutChanges() => WithChanges() with
    {
        Releases = [new() { Release = new("web0", "apps"), Action = ReleaseAction.None, Reason = ChangeReason.Unchanged }],
    };

    public static Plan Partial() => WithChanges() with
    {
        Releases = [new() { Release = new("web0", "apps"), Action = ReleaseAction.Unknown, Reason = ChangeReason.Unchanged, Comparison = Comparison.Failed, Error = "no chart" }],
    };

    public static ApplyReport Applied(Plan plan) => new()
    {
        Plan = plan,
        Duration = TimeSpan.FromSeconds(3),
        Releases = [.. plan.Releases.Select(release => new ReleaseOutcome { Release = release.Release, Outcome = ReleaseOutcomeKind.Upgraded, Revision = 2 })],
    };
}
