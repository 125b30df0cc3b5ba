using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Tests.Planning;

public class ReleaseDecisionTests
{
    [Theory]
    [InlineData(null, true, null, ReleaseAction.Install, ChangeReason.NotInstalled)]
    [InlineData("uninstalled", true, null, ReleaseAction.Install, ChangeReason.NotInstalled)]
    [InlineData("deployed", false, null, ReleaseAction.None, ChangeReason.Unchanged)]
    [InlineData("deployed", true, null, ReleaseAction.Upgrade, ChangeReason.ManifestChanged)]
    [InlineData("deployed", true, "values", ReleaseAction.Upgrade, ChangeReason.ManifestChanged)]
    [InlineData("deployed", false, "values", ReleaseAction.RecordOnly, ChangeReason.RecordChanged)]
    [InlineData("failed", false, null, ReleaseAction.Upgrade, ChangeReason.LastRevisionFailed)]
    [InlineData("failed", true, null, ReleaseAction.Upgrade, ChangeReason.LastRevisionFailed)]
    [InlineData("pending-install", false, null, ReleaseAction.Upgrade, ChangeReason.LastRevisionPending)]
    [InlineData("pending-upgrade", true, null, ReleaseAction.Upgrade, ChangeReason.LastRevisionPending)]
    [InlineData("pending-rollback", false, null, ReleaseAction.Upgrade, ChangeReason.LastRevisionPending)]
    [InlineData("uninstalling", false, null, ReleaseAction.Upgrade, ChangeReason.LastRevisionFailed)]
    public void A_wanted_release_is_decided_by_its_last_revision(
        string? status, bool differs, string? record, ReleaseAction action, ChangeReason reason)
    {
        var decision = ReleaseDecision.ForWanted(Record(status), differs, record);

        (decision.Action, decision.Reason).ShouldBe((action, reason));
    }

    [Theory]
    [InlineData(null, ReleaseAction.None, ChangeReason.Absent)]
    [InlineData("uninstalled", ReleaseAction.None, ChangeReason.Absent)]
    [InlineData("deployed", ReleaseAction.Uninstall, ChangeReason.Unwanted)]
    [InlineData("failed", ReleaseAction.Uninstall, ChangeReason.Unwanted)]
    public void An_unwanted_release_goes_where_it_is(string? status, ReleaseAction action, ChangeReason reason)
    {
        var decision = ReleaseDecision.ForUnwanted(Record(status));

        (decision.Action, decision.Reason).ShouldBe((action, reason));
    }

    [Theory]
    [InlineData(true, "helm rollback web -n shop")]
    [InlineData(false, "helm uninstall web -n shop")]
    public void A_pending_release_names_its_way_out(bool deployed, string wayOut) =>
        ReleaseDecision.ForWanted(Record("pending-upgrade")! with { IsDeployed = deployed }, differs: false, null).Detail!.ShouldContain(wayOut);

    private static ReleaseRecord? Record(string? status) =>
        status is null ? null : new() { Name = "web", Namespace = "shop", Revision = 3, Status = status, Payload = default };
}
