using GitOps.Cake.GitHub.Statuses;

namespace GitOps.Cake.Tests.GitHub;

public class NamingStatuses
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("😀", 300));

    [Fact]
    public void A_name_is_the_kind_and_the_scope() => StatusName.Of("gitops/diff", "deploy/helmfile.yaml:staging").ShouldBe("gitops/diff/deploy/helmfile.yaml:staging");

    [Fact]
    public void A_scope_that_is_too_long_keeps_its_start_and_is_told_from_others()
    {
        var long1 = StatusName.Of("gitops/diff", Long + "1");
        var long2 = StatusName.Of("gitops/diff", Long + "2");

        long1.EnumerateRunes().Count().ShouldBe(255);
        long1.ShouldStartWith("gitops/diff/😀");
        long1.ShouldNotBe(long2);
        StatusName.Of("gitops/diff", Long + "1").ShouldBe(long1);
    }
}
