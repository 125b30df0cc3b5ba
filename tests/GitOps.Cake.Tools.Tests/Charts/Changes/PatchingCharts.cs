using GitOps.Cake.Templates.Values;
using GitOps.Cake.Tests.Helm;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Charts.Changes;

public sealed class PatchingCharts
{
    private const string Hook = """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: before
          annotations: {helm.sh/hook: pre-upgrade}
        spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: b}]}}}
        """;

    private const string Alert = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: alert
        data:
          summary: "{{ "{{ $labels.instance }}" }} is down"
        """;

    private const string Crd = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: things.example.com}
        spec: {group: example.com, scope: Namespaced, names: {kind: Thing, plural: things}, versions: []}
        """;

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Patches_change_what_the_chart_renders_and_nothing_else(int major)
    {
        using var workshop = await Workshop.OpenAsync(major);
        using var source = new TestChart(templates: [("config.yaml", TestChart.ConfigMap), ("hook.yaml", Hook), ("alert.yaml", Alert)]);
        source.Write("crds/thing.yaml", Crd);
        var values = await workshop.ValuesAsync("message: from the release");

        var chart = await workshop.MakeAsync(new() { Release = new("web", "shop"), Source = source.Path }, chart => new()
        {
            Render = Workshop.Rendering(chart, values),
            Kustomization = """
                patches:
                - {target: {kind: ConfigMap, name: web}, path: jsonpatches/a.yaml}
                - {path: merge/b.yaml}
                transformers: [transformers/c.yaml]

                """,
            Files =
            [
                new("jsonpatches/a.yaml", "- op: add\n  path: /data/added\n  value: '1'\n"),
                new("merge/b.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {message: patched}}"),
                new("transformers/c.yaml", "{apiVersion: builtin, kind: LabelTransformer, metadata: {name: l}, labels: {team: blue}, fieldSpecs: [{path: metadata/labels, create: true}]}"),
            ],
        });
        var rendered = await workshop.RenderAsync(chart, values);

        rendered.Keys.ShouldBe(["ConfigMap/alert", "ConfigMap/web", "Job/before"]);
        var data = (GoMap)rendered["ConfigMap/web"]["data"]!;
        (data["added"], data["message"], data["namespace"]).ShouldBe(("1", "patched", "shop"));
        ((GoMap)rendered["ConfigMap/alert"]["data"]!)["summary"].ShouldBe("{{ $labels.instance }} is down");
        var job = (GoMap)rendered["Job/before"]["metadata"]!;
        ((GoMap)job["annotations"]!)["helm.sh/hook"].ShouldBe("pre-upgrade");
        ((GoMap)job["labels"]!)["team"].ShouldBe("blue");
        File.ReadAllText(Path.Combine(chart, "crds", "patched_crds.yaml")).ShouldContain("team: blue");
        Directory.Exists(Path.Combine(source.Path, "files")).ShouldBeFalse();
        chart.ShouldStartWith(workshop.Folder);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_forced_namespace_reaches_objects_that_name_none_subcharts_included(int major)
    {
        using var workshop = await Workshop.OpenAsync(major);
        using var source = new TestChart(templates: ("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  namespace: own\n  name: b\n"));
        source.Write("charts/sub/Chart.yaml", "apiVersion: v2\nname: sub\nversion: 1.0.0\n");
        source.Write("charts/sub/templates/c.yaml", "# a comment\napiVersion: v1\nkind: ConfigMap\nmetadata:\n    # another\n    name: c\ndata: {text: \"{{ .Chart.Name }}\"}\n");

        var chart = await workshop.MakeAsync(
            new() { Release = new("web", "shop"), Source = source.Path }, chart => new() { Render = Workshop.Rendering(chart), Namespace = "forced" });
        var rendered = await workshop.RenderAsync(chart);

        rendered.ToDictionary(entry => entry.Key, entry => ((GoMap)entry.Value["metadata"]!)["namespace"])
            .ShouldBe(new Dictionary<string, object?> { ["ConfigMap/a"] = "forced", ["ConfigMap/b"] = "own", ["ConfigMap/c"] = "forced" });
        ((GoMap)rendered["ConfigMap/c"]["data"]!)["text"].ShouldBe("sub");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_chart_that_renders_nothing_is_no_reason_to_fail(int major)
    {
        using var workshop = await Workshop.OpenAsync(major);
        using var source = new TestChart(templates: ("a.yaml", "{{ if .Values.never }}{{ end }}"));

        var chart = await workshop.MakeAsync(new() { Release = new("web"), Source = source.Path }, chart => new()
        {
            Render = Workshop.Rendering(chart),
            Namespace = "forced",
            Kustomization = "patches: [{path: a.yaml}]\n",
            Files = [new("a.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}")],
        });

        (await workshop.RenderAsync(chart)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_patch_that_fits_nothing_fails_in_kubectls_words()
    {
        using var workshop = await Workshop.OpenAsync(4);
        using var source = new TestChart();

        var failure = await Should.ThrowAsync<ToolFailedException>(() => workshop.MakeAsync(new() { Release = new("web"), Source = source.Path }, chart => new()
        {
            Render = Workshop.Rendering(chart),
            Kustomization = "patches: [{path: a.yaml}]\n",
            Files = [new("a.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: nobody}}")],
        }));

        failure.Message.ShouldStartWith("kubectl could not change the manifest of the release shop/web: ");
        failure.Message.ShouldContain("no matches for Id");
    }

    [Fact]
    public async Task Without_kubectl_it_is_said_what_needs_it_and_how_to_supply_it()
    {
        using var workshop = await Workshop.OpenAsync(4, kubectl: "/no/such/kubectl");
        using var source = new TestChart();

        var failure = await Should.ThrowAsync<ToolNotFoundException>(() => workshop.MakeAsync(
            new() { Release = new("web"), Source = source.Path },
            chart => new() { Render = Workshop.Rendering(chart), Kustomization = "patches: []\n" }));

        failure.Message.ShouldContain("kubectl is missing");
        failure.Message.ShouldContain("KUBECTL_BIN");
    }
}
