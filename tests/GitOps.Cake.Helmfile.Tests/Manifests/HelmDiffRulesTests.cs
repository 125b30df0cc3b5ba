using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Tests.Manifests;

public class HelmDiffRulesTests
{
    private const string SecretHead = "# Source: app/templates/s.yaml\napiVersion: v1\nkind: Secret\nmetadata: {name: s}\n";

    [Fact]
    public void Secrets_that_say_the_same_are_the_same_however_they_are_written()
    {
        Compare(SecretHead + "data:\n  a: YQ==\n  b: Yg==\n", SecretHead + "data:\n  b: 'Yg=='\n  a: YQ==   # new\n").Changes.ShouldBeEmpty();
        Compare(SecretHead + "data:\n  a: YQ==\n", SecretHead + "stringData:\n  a: a\n").Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_Secret_from_another_template_is_a_change_of_the_text() =>
        Compare(SecretHead + "data:\n  a: YQ==\n", SecretHead.Replace("s.yaml", "t.yaml", StringComparison.Ordinal) + "data:\n  a: YQ==\n")
            .Changes.ShouldHaveSingleItem().Change.ShouldBe(ResourceChangeKind.TextOnly);

    [Fact]
    public void StringData_that_changes_is_a_change_of_data() =>
        Compare(SecretHead + "stringData:\n  a: one\n", SecretHead + "stringData:\n  a: three\n").Changes.ShouldHaveSingleItem()
            .Fields.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                field => field.Path.ShouldBe("data.a"), field => field.OldSize.ShouldBe(3), field => field.NewSize.ShouldBe(5));

    [Fact]
    public void An_object_with_a_base_name_is_paired_by_it()
    {
        const string Job = "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: migrate-{0}\n  annotations: {helm-diff/base-name: migrate}\n";
        var change = Compare(
            Job.Replace("{0}", "abc", StringComparison.Ordinal), Job.Replace("{0}", "def", StringComparison.Ordinal)).Changes.ShouldHaveSingleItem();

        change.Change.ShouldBe(ResourceChangeKind.Changed);
        change.Resource.Name.ShouldBe("migrate-def");
        change.Fields.ShouldHaveSingleItem().Path.ShouldBe("metadata.name");
    }

    [Fact]
    public void Hooks_of_tests_count_only_when_asked_for()
    {
        const string Test = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: t\n  annotations: {helm.sh/hook: test}\n";

        ManifestParser.ReadRendered(Test, "ns").Resources.ShouldBeEmpty();
        ManifestParser.ReadRendered(Test, "ns", new() { IncludeTests = true }).Resources.ShouldHaveSingleItem();
        ManifestParser.ReadRendered(Test, "ns", new() { IncludeTests = true, NoHooks = true }).Resources.ShouldBeEmpty();
    }

    [Fact]
    public void A_suppressed_kind_counts_and_shows_nothing()
    {
        var change = new ManifestComparison(KnownSecrets.None, new() { SuppressedKinds = ["ConfigMap"] })
            .Compare(Map("a: one"), Map("a: two")).Changes.ShouldHaveSingleItem();

        change.Change.ShouldBe(ResourceChangeKind.Changed);
        change.Fields.ShouldBeEmpty();
        change.Diff.ShouldBeNull();
    }

    [Fact]
    public void Carriage_returns_at_line_ends_count_unless_they_are_stripped()
    {
        var (before, after) = (Map("a: one\r\n  b: two"), Map("a: one\n  b: two"));

        new ManifestComparison(KnownSecrets.None).Compare(before, after).Changes.ShouldHaveSingleItem();
        new ManifestComparison(KnownSecrets.None, new() { StripTrailingCr = true }).Compare(before, after).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Normalized_manifests_differ_in_fields_alone() =>
        new ManifestComparison(KnownSecrets.None, new() { Normalize = true }).Compare(Map("a: one\n  b: two"), Map("b: two\n  a: 'one' # new"))
            .Changes.ShouldBeEmpty();

    [Theory]
    [InlineData(0, "line19")]
    [InlineData(1, "@@")]
    public void As_many_lines_as_asked_for_stand_around_a_change(int context, string shown)
    {
        var lines = string.Concat(Enumerable.Range(10, 10).Select(index => $"\n  line{index}: x"));
        var diff = new ManifestComparison(KnownSecrets.None, new() { Context = context })
            .Compare(Map($"a: one{lines}"), Map($"a: two{lines}")).Changes.ShouldHaveSingleItem().Diff!;

        diff.ShouldContain(shown);
        diff.Contains("line11", StringComparison.Ordinal).ShouldBe(context == 0);
    }

    private static Manifest Map(string data) =>
        ManifestParser.ReadRendered($"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: c}}\ndata:\n  {data}\n", "ns");

    private static ManifestDifference Compare(string before, string after) =>
        new ManifestComparison(KnownSecrets.None).Compare(ManifestParser.ReadRendered(before, "shop"), ManifestParser.ReadRendered(after, "shop"));
}
