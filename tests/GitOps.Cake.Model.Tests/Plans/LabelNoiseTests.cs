using GitOps.Cake.Plans;
using GitOps.Cake.Tests.Samples;

namespace GitOps.Cake.Tests.Plans;

public class LabelNoiseTests
{
    [Theory]
    [InlineData("metadata.labels.helm.sh/chart", true)]
    [InlineData("metadata.labels.chart", true)]
    [InlineData("metadata.labels.app.kubernetes.io/version", true)]
    [InlineData("metadata.labels.app.kubernetes.io/managed-by", true)]
    [InlineData("metadata.annotations.checksum/config", true)]
    [InlineData("spec.template.metadata.labels.helm.sh/chart", true)]
    [InlineData("spec.template.metadata.annotations.checksum/secret", true)]
    [InlineData("spec.jobTemplate.metadata.labels.helm.sh/chart", true)]
    [InlineData("spec.jobTemplate.spec.template.metadata.labels.chart", true)]
    [InlineData("metadata.labels.chartered", false)]
    [InlineData("metadata.labels.helm.sh/chart-x", false)]
    [InlineData("metadata.labels.app.kubernetes.io/name", false)]
    [InlineData("metadata.labels", false)]
    [InlineData("metadata.annotations.helm.sh/chart", false)]
    [InlineData("metadata.annotations.helm.sh/hook", false)]
    [InlineData("metadata.labels.checksum/config", false)]
    [InlineData("metadata.name", false)]
    [InlineData("spec.selector.matchLabels.helm.sh/chart", false)]
    [InlineData("spec.selector.chart", false)]
    [InlineData("spec.volumeClaimTemplates[0].metadata.labels.helm.sh/chart", false)]
    [InlineData("data.metadata.labels.chart", false)]
    [InlineData("labels.chart", false)]
    [InlineData("", false)]
    public void Labels_of_the_chart_and_checksums_are_noise_and_nothing_else_is(string path, bool isNoise) =>
        LabelNoise.Covers(Sample.Field(path, "1", "2")).ShouldBe(isNoise);

    [Theory]
    [InlineData(ResourceChangeKind.Changed, true)]
    [InlineData(ResourceChangeKind.Added, false)]
    [InlineData(ResourceChangeKind.Removed, false)]
    [InlineData(ResourceChangeKind.Ownership, false)]
    [InlineData(ResourceChangeKind.TextOnly, false)]
    public void Only_a_changed_resource_is_noise(ResourceChangeKind change, bool isNoise) =>
        LabelNoise.Covers(Sample.Resource("Service", "a", change, Sample.Field("metadata.labels.chart", "1", "2"))).ShouldBe(isNoise);

    [Fact]
    public void A_resource_that_changes_in_more_or_in_what_is_not_shown_is_none()
    {
        LabelNoise.Covers(Sample.Resource("Service", "a", ResourceChangeKind.Changed)).ShouldBeFalse();
        LabelNoise.Covers(Sample.Resource(
            "Service", "a", ResourceChangeKind.Changed, Sample.Field("metadata.labels.chart", "1", "2"), Sample.Field("spec.type", "1", "2"))).ShouldBeFalse();
    }
}
