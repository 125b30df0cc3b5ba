namespace GitOps.Cake.Tests.Helm;

/// <summary>A small chart in a folder of its own.</summary>
internal sealed class TestChart : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chart-");

    public TestChart(string name = "app", string version = "1.2.3", string? dependencies = null, params (string Name, string Text)[] templates)
    {
        Path = System.IO.Path.Combine(_folder.FullName, name);
        Write("Chart.yaml", $"apiVersion: v2\nname: {name}\nversion: {version}\n{dependencies}");
        Write("values.yaml", "message: hello\n");
        foreach (var (file, text) in templates.DefaultIfEmpty(("config.yaml", ConfigMap)))
            Write($"templates/{file}", text);
    }

    public const string ConfigMap = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{ .Release.Name }}
        data:
          message: {{ .Values.message | quote }}
          upgrade: {{ .Release.IsUpgrade | quote }}
          namespace: {{ .Release.Namespace }}
          kube: {{ .Capabilities.KubeVersion.Version }}
          custom: {{ .Capabilities.APIVersions.Has "example.com/v1/Thing" | quote }}
        """;

    public string Path { get; }

    public void Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
