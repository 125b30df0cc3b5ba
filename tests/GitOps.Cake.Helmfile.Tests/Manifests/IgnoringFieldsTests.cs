using GitOps.Cake.Helmfile.Manifests;

namespace GitOps.Cake.Helmfile.Tests.Manifests;

public class IgnoringFieldsTests
{
    private const string Before = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  annotations: {checksum/config: one}\nspec:\n  replicas: 2\n  image: web:1\n";

    [Theory]
    [InlineData("spec.replicas")]
    [InlineData("Deployment:spec.replicas")]
    [InlineData("Deployment/web:spec.replicas")]
    [InlineData("*/w*:spec.*")]
    [InlineData("spec")]
    public void A_change_of_an_ignored_field_alone_is_none(string ignore) =>
        Compare(Before, Before.Replace("replicas: 2", "replicas: 3", StringComparison.Ordinal), ignore).Changes.ShouldBeEmpty();

    [Theory]
    [InlineData("StatefulSet:spec.replicas")]
    [InlineData("Deployment/api:spec.replicas")]
    [InlineData("spec.repl")]
    public void What_is_ignored_elsewhere_still_counts(string ignore) =>
        Compare(Before, Before.Replace("replicas: 2", "replicas: 3", StringComparison.Ordinal), ignore).Changes.ShouldHaveSingleItem();

    [Fact]
    public void Beside_other_changes_an_ignored_field_is_in_no_part_of_them()
    {
        var after = Before.Replace("replicas: 2", "replicas: 3", StringComparison.Ordinal).Replace("web:1", "web:2", StringComparison.Ordinal);
        var change = Compare(Before, after, "spec.replicas").Changes.ShouldHaveSingleItem();

        change.Fields.ShouldHaveSingleItem().Path.ShouldBe("spec.image");
        change.Diff!.ShouldContain("-  image: web:1");
        change.Diff!.ShouldNotContain("-  replicas");
    }

    [Fact]
    public void A_key_with_dots_and_slashes_is_named_as_it_is() =>
        Compare(Before, Before.Replace("checksum/config: one", "checksum/config: two", StringComparison.Ordinal), "metadata.annotations.checksum/*").Changes.ShouldBeEmpty();

    [Fact]
    public void A_field_that_comes_or_goes_is_ignored_as_well()
    {
        var without = Before.Replace("  replicas: 2\n", "", StringComparison.Ordinal);

        Compare(Before, without, "spec.replicas").Changes.ShouldBeEmpty();
        Compare(without, Before, "spec.replicas").Changes.ShouldBeEmpty();
        Compare(Before.Replace("spec:\n  replicas: 2\n  image: web:1\n", "", StringComparison.Ordinal), without.Replace("  image: web:1\n", "  a: {b: 1}\n", StringComparison.Ordinal), "spec.a.b").Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Deployment:")]
    [InlineData("/web:spec")]
    public void An_ignore_without_a_field_is_an_error(string text) =>
        Should.Throw<InvalidSettingsException>(() => FieldIgnores.Of([text])).Message.ShouldContain("[Kind[/name]:]path");

    private static ManifestDifference Compare(string before, string after, string ignore) =>
        new ManifestComparison(KnownSecrets.None, new() { Ignored = FieldIgnores.Of([ignore]) })
            .Compare(ManifestParser.ReadRendered(before, "shop"), ManifestParser.ReadRendered(after, "shop"));
}
