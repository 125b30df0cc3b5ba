using GitOps.Cake.Helmfile.Manifests;

namespace GitOps.Cake.Helmfile.Tests.Manifests;

public class ManifestDigestTests
{
    private const string SecretText = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {password: Y2FuYXJ5}\n";

    [Fact]
    public void Comments_order_and_quotes_do_not_count() =>
        Digest("# c\nkind: ConfigMap\napiVersion: v1\nmetadata: {name: \"a\"}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: b}\n")
            .ShouldBe(Digest("apiVersion: v1\nkind: Service\nmetadata: {name: b}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n"));

    [Fact]
    public void Every_value_counts() =>
        Digest("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {image: x:1}\n")
            .ShouldNotBe(Digest("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {image: x:2}\n"));

    [Fact]
    public void With_a_plan_key_a_secret_value_of_equal_length_counts() =>
        Digest(SecretText, "key").ShouldNotBe(Digest(SecretText.Replace("Y2FuYXJ5", "Y2FuYXJ6", StringComparison.Ordinal), "key"));

    [Fact]
    public void Without_a_plan_key_secret_values_do_not_count_and_their_names_do()
    {
        Digest(SecretText).ShouldBe(Digest(SecretText.Replace("Y2FuYXJ5", "Y2FuYXJ6", StringComparison.Ordinal)));
        Digest(SecretText).ShouldNotBe(Digest(SecretText.Replace("password", "passphrase", StringComparison.Ordinal)));
    }

    [Fact]
    public void Another_plan_key_gives_another_digest() => Digest(SecretText, "one").ShouldNotBe(Digest(SecretText, "two"));

    private static string Digest(string manifest, string? key = null) =>
        new ManifestDigest(key is null ? null : new Secret(key)).Of(ManifestParser.ReadRendered(manifest, "ns"));
}
