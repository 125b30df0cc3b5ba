using System.Globalization;
using System.Text;

namespace GitOps.Cake.Benchmarks;

/// <summary>A project as large teams have it: many releases, two environments with their own files, three values files a release, one of them a template.</summary>
internal static class LayeredProject
{
    private const string State =
        """
        environments:
          staging:
            values: [environments/common.yaml, environments/staging.yaml.gotmpl]
          production:
            values: [environments/common.yaml, environments/production.yaml]
        ---
        releases:
        {{- range $index := until (int .Values.count) }}
        - name: {{ printf "service-%04d" $index }}
          namespace: {{ printf "team-%d" (mod $index 5) }}
          chart: ./chart
          labels: {tier: {{ ternary "web" "batch" (eq (mod $index 2) 0) }}}
          values:
          - values/common.yaml
          - values/{{ printf "service-%04d" $index }}.yaml
          - values/{{ printf "service-%04d" $index }}.yaml.gotmpl
          - replicas: {{ $.Values.replicas }}
        {{- end }}
        """;

    public static string Write(string folder, int count)
    {
        File("chart/Chart.yaml", "apiVersion: v2\nname: chart\nversion: 1.0.0\n");
        File("environments/common.yaml", $"count: {count.ToString(CultureInfo.InvariantCulture)}\nreplicas: 2\ndomain: example.com\n");
        File("environments/staging.yaml.gotmpl", "environment: {{ .Environment.Name }}\nreplicas: 1\n");
        File("environments/production.yaml", "replicas: 3\n");
        File("values/common.yaml", Keys("common"));
        for (var index = 0; index < count; index++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"service-{index:D4}");
            File($"values/{name}.yaml", Keys(name));
            File($"values/{name}.yaml.gotmpl", "host: {{ .Release.Name }}.{{ .Values.domain }}\nlist:\n{{- range $i := until 10 }}\n- {{ printf \"%s-%02d\" $.Release.Namespace $i | quote }}\n{{- end }}\n");
        }

        return File("helmfile.yaml.gotmpl", State);

        string File(string name, string text)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            System.IO.File.WriteAllText(path, text);
            return path;
        }
    }

    private static string Keys(string name)
    {
        var text = new StringBuilder("config:\n");
        for (var key = 0; key < 20; key++)
            text.Append(CultureInfo.InvariantCulture, $"  KEY_{key}: value {key} of {name}\n");
        return text.ToString();
    }
}
