using GitOps.Cake.Locks;

namespace GitOps.Cake.Tests.Locks;

public class NamingLeases
{
    [Theory]
    [InlineData("production", "gitops-cake-production")]
    [InlineData("eu-west-1", "gitops-cake-eu-west-1")]
    public void A_name_that_is_a_label_is_kept(string scope, string lease) => LeaseName.Of(scope).ShouldBe(lease);

    [Theory]
    [InlineData("deploy/helmfile.yaml:staging", "^gitops-cake-deploy-helmfile-yaml-staging-[0-9a-f]{10}$")]
    [InlineData("Production", "^gitops-cake-production-[0-9a-f]{10}$")]
    [InlineData("日本", "^gitops-cake-[0-9a-f]{10}$")]
    [InlineData("-a-", "^gitops-cake-a-[0-9a-f]{10}$")]
    public void Any_other_becomes_one_that_no_other_scope_has(string scope, string pattern) => LeaseName.Of(scope).ShouldMatch(pattern);

    [Fact]
    public void A_long_name_is_cut_and_stays_its_own()
    {
        var (one, two) = (LeaseName.Of(new string('a', 300) + "1"), LeaseName.Of(new string('a', 300) + "2"));

        one.Length.ShouldBe(63);
        one.ShouldNotBe(two);
    }

    [Fact]
    public void Scopes_that_differ_in_what_a_label_cannot_hold_do_not_meet() =>
        new[] { "a/b:c", "a-b-c", "a_b_c", "A/b:c" }.Select(LeaseName.Of).Distinct().Count().ShouldBe(4);
}
