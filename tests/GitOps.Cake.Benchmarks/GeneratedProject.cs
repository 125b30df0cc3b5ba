using System.Globalization;
using System.Text;

namespace GitOps.Cake.Benchmarks;

/// <summary>A project of many releases from one chart, with a values file each, over five namespaces.</summary>
internal sealed record GeneratedProject(string Folder, int Count)
{
    private const int Namespaces = 5;

    public string File => Path.Combine(Folder, "helmfile.yaml");

    public string Chart => Path.Combine(Folder, "chart");

    public IEnumerable<(string Name, string Namespace, string Values)> Releases =>
        Enumerable.Range(0, Count).Select(index => (Name(index), Namespace(index), ValuesFile(index)));

    public IEnumerable<string> AllNamespaces => Enumerable.Range(0, Namespaces).Select(Namespace);

    public static GeneratedProject Write(string folder, int count)
    {
        var project = new GeneratedProject(folder, count);
        Directory.CreateDirectory(Path.Combine(project.Chart, "templates"));
        Directory.CreateDirectory(Path.Combine(folder, "values"));
        System.IO.File.WriteAllText(Path.Combine(project.Chart, "Chart.yaml"), "apiVersion: v2\nname: generated\nversion: 1.0.0\n");
        System.IO.File.WriteAllText(Path.Combine(project.Chart, "templates", "all.yaml"), Template);
        var state = new StringBuilder("releases:\n");
        for (var index = 0; index < count; index++)
        {
            state.Append(CultureInfo.InvariantCulture, $"  - name: {Name(index)}\n    namespace: {Namespace(index)}\n    chart: ./chart\n    values: [values/{Name(index)}.yaml]\n");
            project.WriteValues(index, replicas: 2);
        }

        System.IO.File.WriteAllText(project.File, state.ToString());
        return project;
    }

    public void ChangeTenth()
    {
        for (var index = 0; index < Count; index += 10)
            WriteValues(index, replicas: 3);
    }

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"service-{index:D4}");

    private static string Namespace(int index) => string.Create(CultureInfo.InvariantCulture, $"generated-{index % Namespaces}");

    private string ValuesFile(int index) => Path.Combine(Folder, "values", $"{Name(index)}.yaml");

    private void WriteValues(int index, int replicas) =>
        System.IO.File.WriteAllText(ValuesFile(index), $"replicas: {replicas}\nimage: registry.example.com/service:1.{index}\nconfig:\n" + string.Concat(
            Enumerable.Range(0, 20).Select(key => $"  KEY_{key}: value {key} of {Name(index)}\n")));

    private const string Template = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{ .Release.Name }}
        spec:
          replicas: {{ .Values.replicas }}
          selector:
            matchLabels: {app: {{ .Release.Name }}}
          template:
            metadata:
              labels: {app: {{ .Release.Name }}}
            spec:
              containers:
                - name: service
                  image: {{ .Values.image }}
                  envFrom: [{configMapRef: {name: {{ .Release.Name }}}}]
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: {{ .Release.Name }}
        spec:
          selector: {app: {{ .Release.Name }}}
          ports: [{name: http, port: 80, protocol: TCP}]
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{ .Release.Name }}
        data:
          {{- range $key, $value := .Values.config }}
          {{ $key }}: {{ $value | quote }}
          {{- end }}

        """;
}
