using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Records;

namespace GitOps.Cake.Helmfile.Tests.Manifests;

public class ManifestParserTests
{
    [Fact]
    public void Each_document_is_an_object_with_the_namespace_of_its_release_unless_it_names_one()
    {
        var manifest = ManifestParser.ReadRendered(
            """
            ---
            # Source: app/templates/a.yaml
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: one}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: two, namespace: elsewhere}
            """,
            "shop");

        manifest.Resources.Select(resource => resource.Id.ToString()).ShouldBe(["ConfigMap shop/one", "Deployment elsewhere/two"]);
    }

    [Fact]
    public void Lists_are_taken_apart()
    {
        var manifest = ManifestParser.ReadRendered(
            """
            apiVersion: v1
            kind: List
            items:
              - {apiVersion: v1, kind: ConfigMap, metadata: {name: one}}
              - {apiVersion: v1, kind: Secret, metadata: {name: two}}
            """,
            "shop");

        manifest.Resources.Select(resource => resource.Id.Kind).ShouldBe(["ConfigMap", "Secret"]);
    }

    [Fact]
    public void Hooks_of_tests_do_not_count_and_other_hooks_do()
    {
        var manifest = ManifestParser.ReadRendered(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: probe, annotations: {helm.sh/hook: test}}
            ---
            apiVersion: batch/v1
            kind: Job
            metadata: {name: migrate, annotations: {helm.sh/hook: "pre-install,pre-upgrade"}}
            """,
            "shop");

        manifest.Resources.ShouldHaveSingleItem().IsHook.ShouldBeTrue();
    }

    [Fact]
    public void Of_two_objects_with_one_key_the_first_counts_and_the_other_is_told()
    {
        var manifest = ManifestParser.ReadRendered(
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\ndata: {a: first}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\ndata: {a: second}\n",
            "shop");

        manifest.Resources.ShouldHaveSingleItem().Text.ToString().ShouldContain("first");
        manifest.Warnings.ShouldHaveSingleItem().ShouldContain("ConfigMap shop/one");
    }

    [Fact]
    public void A_record_reads_like_what_helm_template_prints()
    {
        const string Rendered = "---\n# Source: app/templates/a.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\n"
            + "---\n# Source: app/templates/hook.yaml\napiVersion: batch/v1\nkind: Job\nmetadata: {name: two, annotations: {helm.sh/hook: pre-install}}\n";
        var content = new ReleaseContent
        {
            Manifest = "---\n# Source: app/templates/a.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: one}\n",
            Hooks = [new("app/templates/hook.yaml", "apiVersion: batch/v1\nkind: Job\nmetadata: {name: two, annotations: {helm.sh/hook: pre-install}}")],
        };

        var difference = new ManifestComparison(KnownSecrets.None).Compare(
            ManifestParser.ReadDeployed(content, "shop"), ManifestParser.ReadRendered(Rendered, "shop"));

        difference.Changes.ShouldBeEmpty();
        difference.Unchanged.ShouldBe(2);
    }

    [Fact]
    public void Broken_yaml_is_told_with_its_template_and_line()
    {
        var error = Should.Throw<GitOpsException>(() => ManifestParser.ReadRendered(
            "---\n# Source: app/templates/bad.yaml\napiVersion: v1\nkind: [\n", "shop"));

        error.Message.ShouldContain("app/templates/bad.yaml");
    }
}
