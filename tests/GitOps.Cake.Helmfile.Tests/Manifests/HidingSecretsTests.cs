using System.Text;
using GitOps.Cake.Helmfile.Manifests;

namespace GitOps.Cake.Helmfile.Tests.Manifests;

public class HidingSecretsTests
{
    private const string Canary = "canary \"of\" the mine, number one";

    private static readonly KnownSecrets Known = new([new Secret(Canary)]);

    public static TheoryData<string> Places
    {
        get
        {
            var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{Canary}"));
            var json = Canary.Replace("\"", "\\\"", StringComparison.Ordinal);
            return
            [
                $"data:\n  plain: '{Canary}'\n",
                $"data:\n  folded: >-\n    canary \"of\"\n    the mine,\n    number one\n",
                $"data:\n  block: |\n    password={Canary}\n",
                $"data:\n  quoted: \"{json}\"\n",
                $"data:\n  split: \"canary \\\"of\\\"\\\n    \\ the mine, number one\"\n",
                $"data:\n  auth: {base64}\n",
                $"data:\n  json: '{{\"password\":\"{json}\"}}'\n",
                $"spec:\n  containers:\n  - name: c\n    env:\n    - {{name: A, value: '{Canary}'}}\n",
                $"metadata:\n  name: c\n  annotations:\n    note: 'see {Canary}'\n",
                $"data:\n  '{Canary}': key\n",
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_known_secret_is_in_no_part_of_a_plan(string body)
    {
        var head = body.StartsWith("metadata", StringComparison.Ordinal) ? "apiVersion: v1\nkind: ConfigMap\n" : "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n";
        var (with, without) = (ManifestParser.ReadRendered(head + body, "ns"), ManifestParser.ReadRendered("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n", "ns"));
        var comparison = new ManifestComparison(Known);
        foreach (var change in new[] { (Manifest.Empty, with), (with, Manifest.Empty), (with, without), (without, with) }
            .Select(pair => comparison.Compare(pair.Item1, pair.Item2).Changes.ShouldHaveSingleItem()))
        {
            var told = $"{change.Diff}\n{string.Join('\n', change.Fields.Select(field => $"{field.Path} {field.Old} {field.New}"))}";

            told.ShouldNotContain("canary");
            told.ShouldNotContain("the mine");
            told.ShouldNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary))[4..12]);
        }
    }

    [Fact]
    public void The_value_that_stood_in_the_place_of_a_secret_is_as_secret()
    {
        var change = new ManifestComparison(Known).Compare(Map("url: postgres://shop:yesterday@db"), Map($"url: 'postgres://shop:{Canary}@db'"))
            .Changes.ShouldHaveSingleItem();

        change.Diff!.ShouldNotContain("yesterday");
        change.Diff!.ShouldContain("bytes, before)");
        change.Diff!.ShouldContain("bytes, after)");
        change.Fields.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            field => field.Redacted.ShouldBeTrue(), field => field.Old.ShouldBeNull(), field => field.New.ShouldBeNull());
    }

    [Fact]
    public void Without_a_plan_key_a_known_secret_does_not_count_for_the_digest_and_with_one_it_does()
    {
        var other = new KnownSecrets([new Secret(Canary), new Secret("another canary")]);

        Digest(null, $"a: '{Canary}'", other).ShouldBe(Digest(null, "a: another canary", other));
        Digest("key", $"a: '{Canary}'", other).ShouldNotBe(Digest("key", "a: another canary", other));
    }

    private static string Digest(string? key, string data, KnownSecrets secrets) =>
        new ManifestDigest(key is null ? null : new Secret(key)).Of(Map(data), secrets);

    private static Manifest Map(string data) =>
        ManifestParser.ReadRendered($"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: c}}\ndata:\n  {data}\n", "ns");
}
