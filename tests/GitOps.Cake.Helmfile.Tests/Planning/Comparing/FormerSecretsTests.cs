using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Planning.Comparing;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Tests.Planning.Comparing;

public class FormerSecretsTests
{
    private static readonly KnownSecrets Secrets = new([new Secret("today's secret")]);

    [Fact]
    public void What_stood_where_a_secret_stands_now_was_one() =>
        FormerSecrets.Find(
            Release("db:\n  user: shop\n  password: today's secret\n  hosts: [{token: \"x today's secret\"}]\n"),
            """{"db":{"user":"till","password":"yesterday","hosts":[{"token":"x yesterday"}]}}""",
            Secrets).ShouldBe(["yesterday", "x yesterday"], ignoreOrder: true);

    [Fact]
    public void A_single_value_is_found_by_its_name() =>
        FormerSecrets.Find(
            Release("") with { Sets = [new(SetKind.Typed, "db.password", "today's secret")] }, """{"db":{"password":"yesterday"}}""", Secrets)
            .ShouldBe(["yesterday"]);

    [Fact]
    public void Without_secrets_nothing_is_looked_for() =>
        FormerSecrets.Find(Release("a: 1\n"), """{"a":2}""", KnownSecrets.None).ShouldBeEmpty();

    private static Release Release(string values) => new()
    {
        Id = new("web", "shop"),
        Position = new("helmfile.yaml", 1),
        Chart = "./web",
        Values = [new ValuesSource.Text("values.yaml", values, new("helmfile.yaml", 1))],
    };
}
