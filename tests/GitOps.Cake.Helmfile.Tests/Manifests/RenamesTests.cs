using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Tests.Manifests;

public class RenamesTests
{
    private const string Service =
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: shop\n  labels: {app: shop, tier: web}\nspec:\n  ports: [{port: 80, protocol: TCP}]\n  selector: {app: shop}\n  type: ClusterIP\n";

    [Fact]
    public void An_object_that_goes_and_a_nearly_equal_one_that_comes_name_each_other()
    {
        var changes = Compare(Service, Service.Replace("shop", "store", StringComparison.Ordinal).Replace("80", "81", StringComparison.Ordinal)).Changes;

        changes.Length.ShouldBe(2);
        changes.Single(change => change.Change == ResourceChangeKind.Removed).RenamedTo!.Name.ShouldBe("store");
        changes.Single(change => change.Change == ResourceChangeKind.Added).RenamedFrom!.Name.ShouldBe("shop");
    }

    [Fact]
    public void Objects_of_another_kind_or_content_are_no_renames()
    {
        Compare(Service, Service.Replace("kind: Service", "kind: Ingress", StringComparison.Ordinal).Replace("shop", "store", StringComparison.Ordinal))
            .Changes.ShouldAllBe(change => change.RenamedFrom == null && change.RenamedTo == null);
        Compare(Service, "apiVersion: v1\nkind: Service\nmetadata: {name: other}\nspec: {externalName: x, type: ExternalName}\n")
            .Changes.ShouldAllBe(change => change.RenamedFrom == null && change.RenamedTo == null);
    }

    [Fact]
    public void Each_object_is_renamed_once()
    {
        var changes = Compare(
            Service,
            $"{Service.Replace("shop", "store", StringComparison.Ordinal)}---\n{Service.Replace("shop", "stall", StringComparison.Ordinal)}").Changes;

        changes.Count(change => change.RenamedFrom is not null).ShouldBe(1);
        changes.Length.ShouldBe(3);
    }

    private static ManifestDifference Compare(string before, string after) =>
        new ManifestComparison(KnownSecrets.None).Compare(ManifestParser.ReadRendered(before, "shop"), ManifestParser.ReadRendered(after, "shop"));
}
