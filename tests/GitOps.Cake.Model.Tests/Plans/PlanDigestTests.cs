using System.Security.Cryptography;
using System.Text;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Plans;
using GitOps.Cake.Tests.Samples;

namespace GitOps.Cake.Tests.Plans;

public class PlanDigestTests
{
    private static readonly PlannedRelease Release = Sample.Upgrade("backend");

    private static readonly Plan Plan = Sample.Of(Sample.Unchanged("cache"), Release);

    public static TheoryData<string, Func<Plan, Plan>> Bound => new()
    {
        { "Plan.Scope", plan => plan with { Scope = "other" } },
        { "Plan.Environment", plan => plan with { Environment = "production" } },
        { "Plan.SecretsBound", plan => plan with { SecretsBound = true } },
        { "Plan.Clusters", plan => plan with { Clusters = [] } },
        { "Plan.Releases", plan => plan with { Releases = [Release] } },
        { "PlannedCluster.Uid", plan => plan with { Clusters = [plan.Clusters[0] with { Uid = "other" }] } },
        { "PlannedCluster.KubeContext", plan => plan with { Clusters = [plan.Clusters[0] with { KubeContext = "eu" }] } },
        { "PlannedRelease.Release", Backend(release => release with { Release = new("backend2", "web") }) },
        { "ReleaseId.Namespace", Backend(release => release with { Release = new("backend", "web2") }) },
        { "ReleaseId.KubeContext", Backend(release => release with { Release = new("backend", "web", "eu") }) },
        { "PlannedRelease.Action", Backend(release => release with { Action = ReleaseAction.Reinstall }) },
        { "PlannedRelease.Reason", Backend(release => release with { Reason = ChangeReason.Drifted }) },
        { "PlannedRelease.DeployedDigest", Backend(release => release with { DeployedDigest = "other" }) },
        { "PlannedRelease.DesiredDigest", Backend(release => release with { DesiredDigest = "other" }) },
        { "PlannedRelease.DesiredDigest", Backend(release => release with { DesiredDigest = null }) },
    };

    public static TheoryData<string, Func<Plan, Plan>> Free => new()
    {
        { "Plan.Origin", plan => plan with { Origin = new() { CreatedAt = DateTimeOffset.UnixEpoch, Engine = "cli 1.0", Helm = "4.1", Kubernetes = "v1.33", KubeContext = "laptop", File = "/x", Commit = "abc", Duration = TimeSpan.FromSeconds(1) } } },
        { "Plan.Warnings", plan => plan with { Warnings = ["A warning."] } },
        { "Plan.Releases", plan => plan with { Releases = [.. plan.Releases.Reverse()] } },
        { "PlannedRelease.Detail", Backend(release => release with { Detail = "words" }) },
        { "PlannedRelease.Comparison", Backend(release => release with { Comparison = Comparison.Suppressed }) },
        { "PlannedRelease.Chart", Backend(release => release with { Chart = "../charts/backend" }) },
        { "PlannedRelease.ChartVersion", Backend(release => release with { ChartVersion = "2.0.0" }) },
        { "PlannedRelease.DeployedChartVersion", Backend(release => release with { DeployedChartVersion = "2.0.0" }) },
        { "PlannedRelease.Revision", Backend(release => release with { Revision = 9 }) },
        { "PlannedRelease.Status", Backend(release => release with { Status = "failed" }) },
        { "PlannedRelease.Resources", Backend(release => release with { Resources = Sample.OneField().Releases[1].Resources }) },
        { "PlannedRelease.RenamedTo", Backend(release => release with { RenamedTo = new("store", "web") }) },
        { "PlannedRelease.RenamedFrom", Backend(release => release with { RenamedFrom = new("shop", "web") }) },
        { "PlannedRelease.UnchangedResources", Backend(release => release with { UnchangedResources = 99 }) },
        { "PlannedRelease.HasSecrets", Backend(release => release with { HasSecrets = true }) },
        { "PlannedRelease.Error", Backend(release => release with { Error = "words" }) },
        { "PlannedRelease.Duration", Backend(release => release with { Duration = TimeSpan.FromSeconds(3) }) },
    };

    [Theory]
    [MemberData(nameof(Bound), DisableDiscoveryEnumeration = true)]
    public void What_an_approval_binds_changes_the_digest(string fact, Func<Plan, Plan> change) =>
        change(Plan).Digest.ShouldNotBe(Plan.Digest, fact);

    [Theory]
    [MemberData(nameof(Free), DisableDiscoveryEnumeration = true)]
    public void Circumstances_do_not_change_the_digest(string fact, Func<Plan, Plan> change) =>
        change(Plan).Digest.ShouldBe(Plan.Digest, fact);

    [Fact]
    public void Every_fact_of_a_plan_is_either_bound_or_free()
    {
        var told = Bound.Concat(Free).Select(row => row.Data.Item1).ToHashSet();
        var facts = new[] { typeof(Plan), typeof(PlannedRelease), typeof(PlannedCluster) }
            .SelectMany(type => type.GetProperties().Where(property => property.SetMethod is not null).Select(property => $"{type.Name}.{property.Name}"));

        facts.Except(told).ShouldBeEmpty();
    }

    [Fact]
    public void All_combinations_of_bound_facts_differ()
    {
        var digests = Bound.Select(row => row.Data.Item2(Plan).Digest).ToList();

        digests.Distinct().Count().ShouldBe(digests.Count);
    }

    [Fact]
    public void A_changed_image_of_a_new_release_changes_the_digest()
    {
        static Plan New(string image)
        {
            var manifest = Sample.Json($$"""{ "kind": "Pod", "spec": { "image": "{{image}}" } }""");
            return Sample.Of(new PlannedRelease
            {
                Release = new("new"),
                Action = ReleaseAction.Install,
                Reason = ChangeReason.NotInstalled,
                DesiredDigest = CanonicalJson.HashAll([manifest]),
            });
        }

        New("a:1").Digest.ShouldNotBe(New("a:2").Digest);
        New("a:1").Digest.ShouldBe(New("a:1").Digest);
    }

    [Fact]
    public void Two_clusters_cannot_change_places()
    {
        PlannedCluster here = new("", "uid-1"), there = new("eu", "uid-2");
        var plan = Plan with { Clusters = [here, there] };

        (plan with { Clusters = [there, here] }).Digest.ShouldBe(plan.Digest);
        (plan with { Clusters = [here with { Uid = "uid-2" }, there with { Uid = "uid-1" }] }).Digest.ShouldNotBe(plan.Digest);
    }

    [Fact]
    public void Names_that_look_alike_when_joined_are_kept_apart()
    {
        var one = Sample.Of(Release with { Release = new ReleaseId("c", "b", "a") });
        var other = Sample.Of(Release with { Release = new ReleaseId("b/c", "a") });

        one.Digest.ShouldNotBe(other.Digest);
    }

    [Fact]
    public void It_is_the_sha256_of_canonical_json_that_anybody_can_write()
    {
        const string Canonical =
            """
            {"clusters":[{"kubeContext":"","uid":"0d1c2b3a-0000-4000-8000-000000000001"}],"environment":"staging","releases":[{"action":"install",
            "deployed":null,"desired":"cc","kubeContext":"","name":"r","namespace":"n","reason":"not-installed"}],"scope":"deploy/helmfile.yaml:staging",
            "secretsBound":false}
            """;
        var plan = Sample.Of(new PlannedRelease
        {
            Release = new("r", "n"),
            Action = ReleaseAction.Install,
            Reason = ChangeReason.NotInstalled,
            DesiredDigest = "cc",
        });

        plan.Digest.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical.ReplaceLineEndings("")))));
    }

    private static Func<Plan, Plan> Backend(Func<PlannedRelease, PlannedRelease> change) =>
        plan => plan with { Releases = plan.Releases.SetItem(1, change(plan.Releases[1])) };
}
