using GitOps.Cake.Plans;
using GitOps.Cake.Tests.Samples;

namespace GitOps.Cake.Tests.Plans;

public class ApprovalCheckTests
{
    private static readonly Plan Plan = Sample.Of(
        Sample.Upgrade("shop", Sample.Resource("Deployment", "web", ResourceChangeKind.Changed, Sample.Field("spec.replicas", "1", "2"))),
        Sample.Unchanged("cache"));

    [Fact]
    public void The_approved_plan_passes_by_itself_by_its_file_and_by_its_digest()
    {
        ApprovalCheck.Check(Plan, Plan);
        ApprovalCheck.Check(Plan, PlanJson.Read(PlanJson.Write(Plan)));
        ApprovalCheck.Check(Plan, $" {Plan.Digest.ToUpperInvariant()}\n");
    }

    [Fact]
    public void A_changed_value_is_told_by_release_and_field()
    {
        var other = Sample.Of(
            Sample.Upgrade("shop", Sample.Resource("Deployment", "web", ResourceChangeKind.Changed, Sample.Field("spec.replicas", "1", "3"))) with { DesiredDigest = "cc" },
            Sample.Unchanged("cache"));

        var failure = Should.Throw<PlanNotApprovedException>(() => ApprovalCheck.Check(other, Plan));

        failure.ApprovedDigest.ShouldBe(Plan.Digest);
        foreach (var words in new[] { "nothing was changed", "web/shop: what is wanted is not what it was", "- Deployment web/web: spec.replicas: 1 → 2", "+ Deployment web/web: spec.replicas: 1 → 3" })
            failure.Message.ShouldContain(words);
        failure.Message.ShouldNotContain("cache");
    }

    [Fact]
    public void Another_chart_cluster_drift_and_release_are_told()
    {
        var other = Sample.Of(
            Sample.Upgrade("shop", [.. Plan.Releases[0].Resources]) with { ChartVersion = "2.0.0", DesiredDigest = "cc" },
            Sample.Upgrade("cache") with { Reason = ChangeReason.Drifted, DeployedDigest = "dd", DesiredDigest = "aa" },
            Sample.Unchanged("more")) with
        {
            Clusters = [new("", "0d1c2b3a-0000-4000-8000-000000000002")],
        };

        var failure = Should.Throw<PlanNotApprovedException>(() => ApprovalCheck.Check(other, Plan));

        foreach (var words in new[] { "000000000001 was approved, this is", "chart version 1.0.0 then, 2.0.0 now", "web/cache: none, unchanged was approved, now it is upgrade, drifted", "what is in the cluster is not what it was", "web/more: none, unchanged, and was no part" })
            failure.Message.ShouldContain(words);
    }

    [Fact]
    public void A_partial_plan_is_never_approved()
    {
        var partial = Sample.Of(Sample.Unchanged("shop") with { Action = ReleaseAction.Install, Comparison = Comparison.Skipped });

        Should.Throw<PlanNotApprovedException>(() => ApprovalCheck.Check(partial, partial)).Message.ShouldContain("web/shop");
        Should.Throw<PlanNotApprovedException>(() => ApprovalCheck.Check(partial, partial.Digest)).ApprovedDigest.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("zz")]
    public void What_is_no_digest_is_an_error_of_the_settings(string digest) =>
        Should.Throw<InvalidSettingsException>(() => ApprovalCheck.Check(Plan, digest)).Message.ShouldContain("64 hexadecimal digits");

    [Fact]
    public void Another_digest_says_what_the_plan_has() =>
        Should.Throw<PlanNotApprovedException>(() => ApprovalCheck.Check(Plan, new string('a', 64))).Message.ShouldContain(Plan.Digest);
}
