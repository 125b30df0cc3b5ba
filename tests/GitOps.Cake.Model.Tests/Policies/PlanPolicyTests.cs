using GitOps.Cake.Plans;
using GitOps.Cake.Policies;
using GitOps.Cake.Tests.Samples;

namespace GitOps.Cake.Tests.Policies;

public class PlanPolicyTests
{
    private static readonly Plan Plan = Sample.Of(
        Sample.Upgrade(
            "shop",
            Sample.Resource("PersistentVolumeClaim", "data", ResourceChangeKind.Removed),
            Sample.Resource("StatefulSet", "db", ResourceChangeKind.Changed, Sample.Field("spec.volumeClaimTemplates[0].spec.storageClassName", "\"a\"", "\"b\"")),
            Sample.Resource("StatefulSet", "cache", ResourceChangeKind.Changed, Sample.Field("spec.replicas", "1", "2"))),
        Sample.Unchanged("gone") with
        {
            Action = ReleaseAction.Uninstall,
            Reason = ChangeReason.Unwanted,
            Resources = [Sample.Resource("Namespace", "old", ResourceChangeKind.Removed), Sample.Resource("CustomResourceDefinition", "x", ResourceChangeKind.Removed)],
        });

    [Fact]
    public void Every_risk_is_told_with_its_release_and_object() =>
        Plan.Risks().Select(risk => (risk.Kind, risk.Release.Name, risk.Resource?.Name)).ShouldBe(
            [
                (RiskKind.UninstallsRelease, "gone", null),
                (RiskKind.RemovesPersistentVolumeClaim, "shop", "data"),
                (RiskKind.ReinstallsStatefulSet, "shop", "db"),
                (RiskKind.RemovesNamespace, "gone", "old"),
                (RiskKind.RemovesCustomResourceDefinition, "gone", "x"),
            ],
            ignoreOrder: true);

    [Fact]
    public void A_plan_that_breaks_a_policy_fails_with_the_whole_list()
    {
        var policy = PlanPolicy.Careful.WithoutDeletes("Namespace").AtMostDeletes(2).Require("nothing happens on Fridays", _ => false);

        var failure = Should.Throw<PlanPolicyException>(() => policy.Enforce(Plan));

        failure.Violations.Length.ShouldBe(8);
        foreach (var words in new[] { "web/shop: PersistentVolumeClaim web/data", "web/gone: would be uninstalled", "3 objects would be removed, and 2 may be", "nothing happens on Fridays" })
            failure.Message.ShouldContain(words);
    }

    [Fact]
    public void A_plan_that_keeps_a_policy_passes() =>
        PlanPolicy.Careful.WithoutDeletes().Enforce(Sample.Of(Sample.Upgrade("shop", Sample.Resource("Deployment", "web", ResourceChangeKind.Changed))));

    [Fact]
    public void A_plan_is_asked_by_kind()
    {
        Plan.Deletes("Namespace").ShouldHaveSingleItem().Release.Name.ShouldBe("gone");
        Plan.Deletes().Length.ShouldBe(3);
        Plan.Changes("StatefulSet").Length.ShouldBe(2);
        Plan.Adds().ShouldBeEmpty();
    }
}
