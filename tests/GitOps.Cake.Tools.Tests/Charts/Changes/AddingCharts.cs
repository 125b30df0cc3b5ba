using System.Formats.Tar;
using System.IO.Compression;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Tests.Helm;
using GitOps.Cake.Tests.Tooling;

namespace GitOps.Cake.Tests.Charts.Changes;

[Collection(nameof(ProcessEnvironment))]
public sealed class AddingCharts
{
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_local_chart_is_added_under_its_alias_and_switched_by_values(int major)
    {
        using var workshop = await Workshop.OpenAsync(major);
        using var source = new TestChart(dependencies: "dependencies: [{name: beside, version: '*', repository: 'file://../beside'}]\n");
        using var added = new TestChart("extra", templates: ("extra.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: '{{ .Values.name }}'}\n"));
        Write(Path.Combine(source.Path, "../beside"), "beside", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: beside}\n");
        var assembly = new ChartAssembly
        {
            Release = new("web", "shop"),
            Source = source.Path,
            Dependencies = [new("extra", $"file://{added.Path}") { Alias = "second" }],
        };

        var chart = await workshop.MakeAsync(assembly);

        (await workshop.RenderAsync(chart, await workshop.ValuesAsync("second: {name: added}"))).Keys.ShouldBe(["ConfigMap/added", "ConfigMap/beside", "ConfigMap/web"]);
        (await workshop.RenderAsync(chart, await workshop.ValuesAsync("second: {enabled: false}"))).Keys.ShouldBe(["ConfigMap/beside", "ConfigMap/web"]);
        Directory.Exists(Path.Combine(source.Path, "charts")).ShouldBeFalse();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Charts_of_repositories_and_registries_are_added_to_one_from_elsewhere_and_patched_with_it(int major)
    {
        using var workshop = await Workshop.OpenAsync(major);
        using var source = new TestChart(dependencies: "dependencies: [{name: inner, version: 1.0.0, repository: 'https://gone.example'}]\n");
        Write(Path.Combine(source.Path, "charts", "inner"), "inner", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: inner}\n");
        using var extra = new TestChart("extra", "2.0.0", templates: ("extra.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: extra}\n"));
        using var more = new TestChart("more", "2.0.0", templates: ("more.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: more}\n"));
        using var registry = new RegistryServer("team/more", new Dictionary<string, byte[]> { ["2.0.0"] = Pack(more.Path) });
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "extra-2.0.0.tgz"), Pack(extra.Path), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "index.yaml"), "apiVersion: v1\nentries: {extra: [{name: extra, version: 2.0.0, urls: [extra-2.0.0.tgz]}]}\n", TestContext.Current.CancellationToken);
        using var repository = new ChartRepositoryServer(folder.FullName);
        var assembly = new ChartAssembly
        {
            Release = new("web", "shop"),
            Source = source.Path,
            IsPulled = true,
            Dependencies =
            [
                new("extra", repository.Url) { Version = "2.x", Alias = "classic" },
                new("more", $"oci://{registry.Host}/team") { Version = "2.0.0" },
            ],
            Repositories = [new() { Name = "classic", Url = repository.Url }, new() { Name = "reg", Url = registry.Host, Oci = true, PlainHttp = true }],
        };

        var chart = await workshop.MakeAsync(assembly, chart => new() { Render = Workshop.Rendering(chart, []), Namespace = "forced" });
        var rendered = await workshop.RenderAsync(chart);

        rendered.Keys.ShouldBe(["ConfigMap/extra", "ConfigMap/inner", "ConfigMap/more", "ConfigMap/web"]);
        rendered.Values.ShouldAllBe(resource => (string)((GoMap)resource["metadata"]!)["namespace"]! == "forced");
        folder.Delete(recursive: true);
    }

    private static void Write(string folder, string name, string template)
    {
        Directory.CreateDirectory(Path.Combine(folder, "templates"));
        File.WriteAllText(Path.Combine(folder, "Chart.yaml"), $"apiVersion: v2\nname: {name}\nversion: 1.0.0\n");
        File.WriteAllText(Path.Combine(folder, "templates", "a.yaml"), template);
    }

    private static byte[] Pack(string chart)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            TarFile.CreateFromDirectory(chart, zip, includeBaseDirectory: true);

        return packed.ToArray();
    }
}
