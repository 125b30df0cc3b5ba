using GitOps.Cake.Helmfile.Applying;

namespace GitOps.Cake.Helmfile.Tests.Applying;

public class RefusedChoicesTests
{
    [Fact]
    public void Tracking_by_kubedog_is_refused_by_name()
    {
        var refusal = Should.Throw<GitOpsException>(() => RefusedChoices.Check(new() { Track = new() { Mode = TrackMode.Kubedog } }));

        refusal.IsRefusal.ShouldBeTrue();
        refusal.Message.ShouldContain("--track-mode=kubedog");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(TrackMode.Helm)]
    [InlineData(TrackMode.HelmLegacy)]
    public void Tracking_by_helm_is_not(TrackMode? mode) => RefusedChoices.Check(new() { Track = new() { Mode = mode } });
}
