using System.Text.Json;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Tests.Samples;

/// <summary>Plans as an engine would make them.</summary>
internal static class Sample
{
    public static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public static FieldChange Field(string path, string? old, string? wanted) => new()
    {
        Path = path,
        Old = old is null ? null : Json(old),
        New = wanted is null ? null : Json(wanted),
    };

    public static ResourceChange Resource(string kind, string name, ResourceChangeKind change, params FieldChange[] fields) => new()
    {
        Resource = new(kind == "Deployment" ? "apps/v1" : "v1", kind, "web", name),
        Change = change,
        Fields = [.. fields],
    };

    public static PlannedRelease Unchanged(string name) => new()
    {
        Release = new(name, "web"),
        Action = ReleaseAction.None,
        Reason = ChangeReason.Unchanged,
        Chart = name,
        ChartVersion = "1.0.0",
        DeployedChartVersion = "1.0.0",
        Revision = 3,
        Status = "deployed",
        DeployedDigest = "aa",
        DesiredDigest = "aa",
        UnchangedResources = 4,
    };

    public static PlannedRelease Upgrade(string name, params ResourceChange[] resources) => Unchanged(name) with
    {
        Action = ReleaseAction.Upgrade,
        Reason = ChangeReason.ManifestChanged,
        DesiredDigest = "bb",
        Resources = [.. resources],
    };

    public static Plan Of(params PlannedRelease[] releases) => new()
    {
        Scope = "deploy/helmfile.yaml:staging",
        Environment = "staging",
        Clusters = [new("", "0d1c2b3a-0000-4000-8000-000000000001")],
        Releases = [.. releases],
    };

    /// <summary>One changed image among unchanged releases.</summary>
    public static Plan OneField() => Of(
        Unchanged("cache"),
        Upgrade(
            "backend",
            Resource(
                "Deployment",
                "backend",
                ResourceChangeKind.Changed,
                Field("spec.template.spec.containers[0].image", "\"registry.example/backend:2.0.0\"", "\"registry.example/backend:2.1.0\""))),
        Unchanged("search"));

    /// <summary>Some of everything.</summary>
    public static Plan Full() => Of(
        Unchanged("cache"),
        Upgrade(
            "backend",
            Resource(
                "Deployment",
                "backend",
                ResourceChangeKind.Changed,
                Field("spec.replicas", "2", "3"),
                Field("spec.template.spec.containers[0].image", "\"registry.example/backend:2.0.0\"", "\"registry.example/backend:2.1.0\""),
                Field("metadata.labels.team", null, "\"web\""),
                Field("spec.paused", "true", null)) with
            {
                Diff = " spec:\n-  paused: true\n-  replicas: 2\n+  replicas: 3\n",
            },
            Resource(
                "Secret",
                "backend",
                ResourceChangeKind.Changed,
                new FieldChange { Path = "data.password", Redacted = true, OldSize = 12, NewSize = 14 }),
            Resource("ConfigMap", "backend", ResourceChangeKind.TextOnly) with { Diff = "-# old\n+# new\n data: {}\n" },
            Resource("Service", "old", ResourceChangeKind.Removed)) with
        {
            ChartVersion = "1.1.0",
            HasSecrets = true,
        },
        new()
        {
            Release = new("frontend", "web"),
            Action = ReleaseAction.Install,
            Reason = ChangeReason.NotInstalled,
            Chart = "charts/frontend",
            ChartVersion = "1.4.0",
            DesiredDigest = "cc",
            Resources =
            [
                Resource("Deployment", "frontend", ResourceChangeKind.Added),
                Resource("ClusterRole", "frontend", ResourceChangeKind.Ownership) with { Owner = "ops/frontend" },
            ],
        },
        Upgrade("jobs") with { Reason = ChangeReason.LastRevisionFailed, Status = "failed", DesiredDigest = "aa" },
        Upgrade("queue") with
        {
            Reason = ChangeReason.LastRevisionPending,
            Status = "pending-upgrade",
            DesiredDigest = "aa",
            Detail = "Revision 3 has been pending-upgrade for 2 h. If nothing is under way: helm rollback queue 2 -n web",
        },
        Unchanged("metrics") with { Action = ReleaseAction.RecordOnly, Reason = ChangeReason.RecordChanged },
        Unchanged("legacy") with
        {
            Action = ReleaseAction.Uninstall,
            Reason = ChangeReason.Unwanted,
            ChartVersion = null,
            DesiredDigest = null,
            Resources = [Resource("Deployment", "legacy", ResourceChangeKind.Removed)],
        },
        new()
        {
            Release = new("search", "web"),
            Action = ReleaseAction.Unknown,
            Reason = ChangeReason.NotCompared,
            Comparison = Comparison.Failed,
            Chart = "charts/search",
            Error = "helm template failed (exit code 1)\n  > helm template search charts/search\nError: values don't meet the schema",
        }) with
    {
        Warnings = ["deploy/helmfile.yaml:12: the repository bitnami is never used."],
    };

    public static ApplyReport Report() => new()
    {
        Plan = Full(),
        Duration = TimeSpan.FromSeconds(34.24),
        Releases =
        [
            new() { Release = new("cache", "web"), Outcome = ReleaseOutcomeKind.Unchanged, Revision = 3 },
            new()
            {
                Release = new("backend", "web"),
                Outcome = ReleaseOutcomeKind.RolledBack,
                Revision = 5,
                Duration = TimeSpan.FromSeconds(30.06),
                Reason = "The upgrade failed: timed out waiting for the condition\n  > helm upgrade --install backend\nThe rollback to revision 3 succeeded.",
            },
            new() { Release = new("frontend", "web"), Outcome = ReleaseOutcomeKind.Installed, Revision = 1, Duration = TimeSpan.FromSeconds(3.2) },
            new() { Release = new("jobs", "web"), Outcome = ReleaseOutcomeKind.Skipped, Reason = "It needs web/backend, which failed." },
        ],
    };
}
