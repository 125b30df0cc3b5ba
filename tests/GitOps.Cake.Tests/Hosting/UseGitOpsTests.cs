using Cake.Core;
using Cake.Frosting;

namespace GitOps.Cake.Tests.Hosting;

public class UseGitOpsTests
{
    [Fact]
    public void It_can_be_called_twice() => new CakeHost().UseGitOps<OneContext>().UseGitOps<OneContext>().ShouldNotBeNull();

    [Fact]
    public void A_build_has_one_context() =>
        Should.Throw<InvalidOperationException>(() => new CakeHost().UseGitOps<OneContext>().UseGitOps<OtherContext>())
            .Message.ShouldContain("OneContext");

    private sealed class OneContext(ICakeContext cake, GitOpsSession session) : GitOpsContext(cake, session);

    private sealed class OtherContext(ICakeContext cake, GitOpsSession session) : GitOpsContext(cake, session);
}
