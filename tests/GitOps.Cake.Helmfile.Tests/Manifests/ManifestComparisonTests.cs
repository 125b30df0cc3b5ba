using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Tests.Manifests;

public class ManifestComparisonTests
{
    private const string Deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  replicas: 2\n  image: web:1\n";

    [Fact]
    public void Equal_manifests_have_no_changes() => Compare(Deployment, Deployment).Changes.ShouldBeEmpty();

    [Fact]
    public void A_changed_field_is_told_with_both_values_and_their_types()
    {
        var field = Compare(Deployment, Deployment.Replace("replicas: 2", "replicas: 3", StringComparison.Ordinal))
            .Changes.ShouldHaveSingleItem().Fields.ShouldHaveSingleItem();

        field.Path.ShouldBe("spec.replicas");
        field.Old!.Value.GetInt32().ShouldBe(2);
        field.New!.Value.GetInt32().ShouldBe(3);
    }

    [Fact]
    public void A_changed_comment_is_a_change_of_the_text_only()
    {
        var change = Compare(Deployment, "# new\n" + Deployment).Changes.ShouldHaveSingleItem();

        change.Change.ShouldBe(ResourceChangeKind.TextOnly);
        change.Fields.ShouldBeEmpty();
        change.Diff!.ShouldContain("+# new");
    }

    [Fact]
    public void A_new_version_of_the_api_is_a_change_and_not_a_removal_with_an_addition()
    {
        var change = Compare(Deployment.Replace("apps/v1", "apps/v1beta1", StringComparison.Ordinal), Deployment).Changes.ShouldHaveSingleItem();

        change.Change.ShouldBe(ResourceChangeKind.Changed);
        change.Fields.ShouldHaveSingleItem().Path.ShouldBe("apiVersion");
    }

    [Fact]
    public void Objects_come_and_go()
    {
        const string Other = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n";

        Compare(Deployment, Other).Changes.Select(change => (change.Resource.Kind, change.Change)).ShouldBe(
            [("Deployment", ResourceChangeKind.Removed), ("Service", ResourceChangeKind.Added)]);
    }

    [Fact]
    public void An_object_that_helm_keeps_is_no_removal() =>
        Compare("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: kept\n  annotations: {helm.sh/resource-policy: keep}\n", "").Changes.ShouldBeEmpty();

    [Fact]
    public void What_is_gone_is_one_field_and_what_is_new_are_its_leaves()
    {
        const string Plain = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {a: 1}\n";
        const string Full = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {a: 1, list: [{x: 1, z: 2}], map: {z: 3}}\n";

        Compare(Plain, Full).Changes[0].Fields.Select(field => field.Path).ShouldBe(["spec.list[0].x", "spec.list[0].z", "spec.map.z"]);
        Compare(Full, Plain).Changes[0].Fields.Select(field => field.Path).ShouldBe(["spec.list", "spec.map"]);
    }

    [Theory]
    [InlineData("data:\n  password: Y2FuYXJ5\n", "data:\n  password: Y2FuYXJ6\n")]
    [InlineData("stringData:\n  password: canary\n", "stringData:\n  password: canarz\n")]
    [InlineData("data: canary\n", "data: canarz\n")]
    public void Values_of_Secrets_are_in_no_part_of_a_change(string before, string after)
    {
        const string Head = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n";
        ResourceChange[] changes =
        [
            Compare(Head + before, Head + after).Changes.ShouldHaveSingleItem(),
            Compare("", Head + after).Changes.ShouldHaveSingleItem(),
            Compare(Head + before, "").Changes.ShouldHaveSingleItem(),
        ];

        foreach (var change in changes)
        {
            foreach (var secret in new[] { "canary", "canarz", "Y2FuYXJ5", "Y2FuYXJ6" })
            {
                change.Diff!.ShouldNotContain(secret);
                change.Fields.ShouldAllBe(field => field.Redacted && field.Old == null && field.New == null);
            }
        }
    }

    [Fact]
    public void A_secret_value_that_differs_shows_its_sizes_even_where_they_are_equal()
    {
        const string Head = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata:\n  same: YQ==\n  password: ";
        var change = Compare(Head + "Y2FuYXJ5\n", Head + "Y2FuYXJ6\n").Changes.ShouldHaveSingleItem();

        var field = change.Fields.ShouldHaveSingleItem();
        (field.OldSize, field.NewSize).ShouldBe((6, 6));
        change.Diff!.ShouldContain("-  password: '*** (6 bytes, before)'");
        change.Diff!.ShouldContain("+  password: '*** (6 bytes, after)'");
        change.Diff!.ShouldContain("   same: '*** (1 bytes)'");
    }

    [Fact]
    public void Hidden_lines_are_in_neither_form_and_the_object_still_counts()
    {
        const string Head = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n  labels:\n    build: ";
        var change = new ManifestComparison(KnownSecrets.None, new() { HiddenLines = line => line.Contains("build:", StringComparison.Ordinal) })
            .Compare(ManifestParser.ReadRendered(Head + "\"7\"\n", "ns"), ManifestParser.ReadRendered(Head + "\"8\"\n", "ns"))
            .Changes.ShouldHaveSingleItem();

        change.Fields.ShouldBeEmpty();
        change.Diff.ShouldBe("");
    }

    [Fact]
    public void A_known_secret_is_redacted_wherever_it_stands()
    {
        const string Head = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  url: postgres://shop:";
        var change = new ManifestComparison(new([new Secret("canary-1"), new Secret("canary-2")]))
            .Compare(ManifestParser.ReadRendered(Head + "canary-1@db\n", "ns"), ManifestParser.ReadRendered(Head + "canary-2@db\n", "ns"))
            .Changes.ShouldHaveSingleItem();

        change.Diff!.ShouldNotContain("canary");
        change.Fields.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            field => field.Redacted.ShouldBeTrue(), field => field.Old.ShouldBeNull(), field => field.New.ShouldBeNull());
    }

    private static ManifestDifference Compare(string before, string after) =>
        new ManifestComparison(KnownSecrets.None).Compare(ManifestParser.ReadRendered(before, "shop"), ManifestParser.ReadRendered(after, "shop"));
}
