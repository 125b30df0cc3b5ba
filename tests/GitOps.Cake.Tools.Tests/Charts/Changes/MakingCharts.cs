using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Tests.Charts.Changes;

public sealed class MakingCharts : IDisposable
{
    private readonly DirectoryInfo _source = Directory.CreateTempSubdirectory();

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Manifests_become_a_chart_whose_braces_stay_as_they_are(int major)
    {
        using var workshop = await Workshop.OpenAsync(major);
        Write("app/one.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: one\ndata: {text: \"{{ .Values.stays }}\"}\n");
        Write("app/deep/two.yml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: two, namespace: own}\n");
        Write("app/templates/three.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: three}\n");
        Write("app/notes.txt", "no manifest");
        Write("app/four.yaml.gotmpl", "{{ .Values.never }}");
        var assembly = new ChartAssembly
        {
            Release = new("web", "shop"),
            Source = Path.Combine(_source.FullName, "app"),
            Version = "3.2.1",
            Rendered = [new("four.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: four}\n")],
        };

        var chart = await workshop.MakeAsync(assembly, chart => new() { Render = Workshop.Rendering(chart), Namespace = "shop" });
        var rendered = await workshop.RenderAsync(chart);

        rendered.ToDictionary(entry => entry.Key, entry => ((GoMap)entry.Value["metadata"]!)["namespace"]).ShouldBe(
            new Dictionary<string, object?> { ["ConfigMap/four"] = "shop", ["ConfigMap/one"] = "shop", ["ConfigMap/three"] = "shop", ["ConfigMap/two"] = "own" });
        ((GoMap)rendered["ConfigMap/one"]["data"]!)["text"].ShouldBe("{{ .Values.stays }}");
        File.ReadAllText(Path.Combine(chart, "Chart.yaml")).ShouldContain("name: \"app\"");
        File.ReadAllText(Path.Combine(chart, "Chart.yaml")).ShouldContain("3.2.1");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_kustomization_takes_images_names_and_namespace_from_the_release(int major)
    {
        using var workshop = await Workshop.OpenAsync(major);
        Write("base/kustomization.yaml", "resources: [pod.yaml]\n");
        Write("base/pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: p, annotations: {a: '{{ stays }}'}}\nspec: {containers: [{name: c, image: nginx}]}\n");
        Write("overlay/kustomization.yaml", "resources: [../base]\n");
        var assembly = new ChartAssembly
        {
            Release = new("web", "shop"),
            Source = Path.Combine(_source.FullName, "overlay"),
            ValuesFiles = [await workshop.ValuesAsync("images: [{name: nginx, newName: mirror/nginx, newTag: '1.2'}]\nnamePrefix: my-\n"), await workshop.ValuesAsync("nameSuffix: -x\nnamespace: lost\n")],
        };

        var rendered = await workshop.RenderAsync(await workshop.MakeAsync(assembly));

        var pod = rendered["Pod/my-p-x"];
        ((GoMap)pod["metadata"]!)["namespace"].ShouldBe("shop");
        ((GoMap)((List<object?>)((GoMap)pod["spec"]!)["containers"]!)[0]!)["image"].ShouldBe("mirror/nginx:1.2");
        ((GoMap)((GoMap)pod["metadata"]!)["annotations"]!)["a"].ShouldBe("{{ stays }}");
    }

    public void Dispose() => _source.Delete(recursive: true);

    private void Write(string path, string text)
    {
        var target = Path.Combine(_source.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
    }
}
