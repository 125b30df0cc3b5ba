using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using GitOps.Cake.Helmfile.Charts;

namespace GitOps.Cake.Helmfile.Tests.Charts;

public sealed class ChartInspectorTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chart-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Name_version_and_questions_are_read()
    {
        Write("Chart.yaml", "name: web\nversion: 1.2.3\n");
        Write("templates/a.yaml", "{{ if .Capabilities.APIVersions.Has \"a/v1\" }}{{ end }}");

        var facts = ChartInspector.Inspect(_folder.FullName);

        (facts.Name, facts.Version, facts.NeedsServer).ShouldBe(("web", "1.2.3", null));
        facts.AskedApiVersions.ShouldBe(["a/v1"]);
    }

    [Fact]
    public void Subcharts_count_packed_ones_and_those_within_them_too()
    {
        Write("Chart.yaml", "name: web\nversion: 1.2.3\ndependencies: [{name: inner, version: 1}, {name: absent, version: 1}]\n");
        Pack("charts/inner-1.0.0.tgz", ("inner/Chart.yaml", "name: inner\nversion: 1.0.0\n"), ("inner/templates/a.yaml", "{{ lookup \"v1\" \"Pod\" \"\" \"\" }}"));

        var facts = ChartInspector.Inspect(_folder.FullName);

        facts.NeedsServer.ShouldNotBeNull().ShouldContain("lookup");
        facts.DueDependencies.ShouldBe(["absent"]);
    }

    [Theory]
    [InlineData("1.0.0", "https://charts.example", false)]
    [InlineData("~1.0", "https://charts.example", false)]
    [InlineData("", "", false)]
    [InlineData("2.x", "https://charts.example", true)]
    [InlineData("no range", "https://charts.example", true)]
    [InlineData("1.0.0", "file://../inner", true)]
    public void A_dependency_is_due_in_another_version_and_from_a_folder_that_may_have_changed(string range, string repository, bool isDue)
    {
        Write("Chart.yaml", $"name: web\nversion: 1.2.3\ndependencies: [{{name: inner, version: '{range}', repository: '{repository}'}}]\n");
        Pack("charts/inner-1.0.0.tgz", ("inner/Chart.yaml", "name: inner\nversion: 1.0.0\n"));

        ChartInspector.Inspect(_folder.FullName).DueDependencies.ShouldBe(isDue ? ["inner"] : []);
    }

    [Theory]
    [InlineData("templates/crds/thing.yaml")]
    [InlineData("charts/crds/templates/thing.yaml")]
    public void Definitions_among_the_templates_are_templates(string path)
    {
        Write("Chart.yaml", "name: web\nversion: 1.2.3\n");
        Write(path, "{{- if .Values.crds.install }}\n{{ lookup \"v1\" \"Pod\" \"\" \"\" }}\nkind: CustomResourceDefinition\nspec: {group: {{ .Values.group }}, names: {kind: Thing}}\n{{- end }}\n");

        var facts = ChartInspector.Inspect(_folder.FullName);

        facts.DefinedKinds.ShouldBeEmpty();
        facts.NeedsServer.ShouldNotBeNull().ShouldContain("lookup");
    }

    [Fact]
    public void What_is_no_manifest_among_the_definitions_is_left_to_helm()
    {
        Write("Chart.yaml", "name: web\nversion: 1.2.3\n");
        Write("crds/README.md", "# [Things]: {{ not }} a: manifest\n");
        Write("crds/broken.yaml", "kind: [CustomResourceDefinition\n");

        ChartInspector.Inspect(_folder.FullName).DefinedKinds.ShouldBeEmpty();
    }

    [Fact]
    public void Kinds_that_the_chart_brings_are_known()
    {
        Write("Chart.yaml", "name: web\nversion: 1.2.3\n");
        Write("crds/things.yaml", "kind: CustomResourceDefinition\nspec: {group: shop.example.com, names: {kind: Thing}}\n");
        Write("charts/crds/Chart.yaml", "name: crds\nversion: 0.0.1\n");
        Write("charts/crds/crds/more.yaml", "kind: CustomResourceDefinition\nspec: {group: shop.example.com, names: {kind: More}}\n");

        ChartInspector.Inspect(_folder.FullName).DefinedKinds.ShouldBe(["shop.example.com/Thing", "shop.example.com/More"], ignoreOrder: true);
    }

    [Fact]
    public void A_folder_without_a_chart_is_named() =>
        Should.Throw<GitOpsException>(() => ChartInspector.Inspect(_folder.FullName)).Message.ShouldContain(_folder.FullName);

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private void Pack(string path, params (string Name, string Text)[] files)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var zip = new GZipStream(File.Create(file), CompressionMode.Compress);
        using var tar = new TarWriter(zip);
        foreach (var (name, text) in files)
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
        }
    }
}
