using GitOps.Cake.Helmfile.Needs;

namespace GitOps.Cake.Helmfile.Tests.Needs;

public sealed class NeedReferenceTests
{
    [Theory]
    [InlineData("db", "east/own/db")]
    [InlineData("back/db", "east/back/db")]
    [InlineData("west/back/db", "west/back/db")]
    [InlineData("arn:aws:eks/cluster/back/db", "arn:aws:eks/cluster/back/db")]
    [InlineData("west//db", "west//db")]
    public void What_a_reference_leaves_out_is_that_of_its_owner(string reference, string id) =>
        NeedReference.Read(reference, new("app", "own", "east")).ToString().ShouldBe(id);

    [Fact]
    public void A_context_may_hold_slashes() =>
        NeedReference.Read("arn:corpus/cluster/back/db", new("app")).ShouldBe(new ReleaseId("db", "back", "arn:corpus/cluster"));
}
