using GitOps.Cake.Helmfile.Charts.Changes;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Tests.State;

namespace GitOps.Cake.Helmfile.Tests.Charts.Changes;

public sealed class ReadingChanges
{
    [Fact]
    public async Task Patches_are_files_templates_and_maps_in_one_kustomization()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", """
                values: [{color: red, size: 1}]
                releases:
                - name: web
                  chart: ./app
                  values: [values.yaml.gotmpl, {size: 2, color: null}]
                  jsonPatches:
                  - target: {version: v1, kind: ConfigMap, name: 1}
                    patch: [{op: add, path: /data/a, value: 1.5}]
                  strategicMergePatches: [merge.yaml.gotmpl, plain.yaml, {kind: Service}]
                  transformers: [labels.yaml]
                """),
            ("app/Chart.yaml", "name: app"),
            ("values.yaml.gotmpl", "own: {{ .Values.color }}\n"),
            ("merge.yaml.gotmpl", "kind: {{ .Values.own }}-{{ .Values.color }}-{{ .Values.size }}-{{ .Release.Name }}\n"),
            ("plain.yaml", "kind: \"{{ plain }}\"\n"),
            ("labels.yaml", "- {kind: PatchTransformer, path: patches/extra.yaml}\n- {kind: LabelTransformer}\n"),
            ("patches/extra.yaml", "extra\n"));

        var changes = (await folder.PrepareAsync()).ShouldHaveSingleItem().ChartChanges;

        changes.Kustomization.ShouldBe("""
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            patches:
              - path: jsonpatches/patch.0.yaml
                target:
                  kind: ConfigMap
                  name: "1"
                  version: v1
              - path: strategicmergepatches/patch.1.yaml
              - path: strategicmergepatches/patch.2.yaml
              - path: strategicmergepatches/patch.3.yaml
            transformers:
              - transformers/transformer.4.yaml

            """);
        changes.Files.ShouldBe(
        [
            new("jsonpatches/patch.0.yaml", "- op: add\n  path: /data/a\n  value: 1.5\n"),
            new("strategicmergepatches/patch.1.yaml", "kind: red-red-2-web\n"),
            new("strategicmergepatches/patch.2.yaml", "kind: \"{{ plain }}\"\n"),
            new("strategicmergepatches/patch.3.yaml", "kind: Service\n"),
            new("transformerfiles/file.4.yaml", "extra\n"),
            new("transformers/transformer.4.yaml", "- kind: PatchTransformer\n  path: transformerfiles/file.4.yaml\n- kind: LabelTransformer\n"),
        ]);
    }

    [Fact]
    public async Task Added_charts_are_folders_or_come_from_declared_repositories_and_registries()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", """
                repositories:
                - {name: stable, url: 'https://charts.example/'}
                - {name: reg, url: reg.example/charts, oci: true}
                releases:
                - name: web
                  chart: ./app
                  dependencies:
                  - {chart: ./extra, alias: second}
                  - {chart: charts/third}
                  - {chart: stable/a, version: 1.x}
                  - {chart: reg/team/b, version: 2.0.0}
                  - {chart: 'oci://host:5000/team/c', version: 3.0.0}
                """),
            ("app/Chart.yaml", "name: app"), ("extra/Chart.yaml", "name: extra"), ("charts/third/Chart.yaml", "name: third"));

        var changes = (await folder.PrepareAsync()).ShouldHaveSingleItem().ChartChanges;

        changes.Dependencies.ShouldBe(
        [
            new("extra", $"file://{folder.Path}/extra") { Alias = "second" },
            new("third", $"file://{folder.Path}/charts/third"),
            new("a", "https://charts.example/") { Version = "1.x" },
            new("b", "oci://reg.example/charts/team") { Version = "2.0.0" },
            new("c", "oci://host:5000/team") { Version = "3.0.0" },
        ]);
        changes.Dependencies.Select(dependency => dependency.Condition).Take(2).ShouldBe(["second.enabled", "third.enabled"]);
        changes.ChangesManifest.ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_of_manifests_has_its_templates_rendered_with_the_release()
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", "values: [{color: red}]\nreleases:\n- {name: web, namespace: shop, chart: ./app, set: [{name: a, value: b}]}\n"),
            ("app/plain.yaml", "{{ stays }}"),
            ("app/deep/one.yaml.gotmpl", "{{ .Values.color }}-{{ .Release.Namespace }}-{{ readFile \"plain.yaml\" }}"));

        var release = (await folder.PrepareAsync()).ShouldHaveSingleItem();

        release.ChartChanges.Rendered.ShouldBe([new("deep/one.yaml", "red-shop-{{ stays }}")]);
        release.ChartChanges.Sets.ShouldBe([new(SetKind.Typed, "a", "b")]);
        ChartKinds.Of(release.ChartFolder!).ShouldBe(ChartKind.Manifests);
    }

    [Theory]
    [InlineData("jsonPatches: [{patch: [{op: add}]}]", "an entry of jsonPatches has no target")]
    [InlineData("jsonPatches: [{target: {kind: A}}]", "an entry of jsonPatches needs its operations")]
    [InlineData("strategicMergePatches: [nowhere.yaml]", "values file matching \"nowhere.yaml\" does not exist")]
    [InlineData("transformers: [1]", "an entry of transformers has to be a path or a map")]
    [InlineData("dependencies: [{chart: other/app}]", "the added chart \"other/app\" is neither a folder nor in a declared repository")]
    public async Task What_cannot_be_used_is_told_with_its_line(string key, string fact)
    {
        using var folder = new StateFolder(("helmfile.yaml", $"releases:\n- name: web\n  chart: ./app\n  {key}\n"), ("app/Chart.yaml", "name: app"));

        var error = await folder.ErrorAsync();

        error.ShouldContain("helmfile.yaml: line 4");
        error.ShouldContain(fact);
    }
}
