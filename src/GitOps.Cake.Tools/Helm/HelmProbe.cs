using System.Text;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helm;

/// <summary>A chart that prints what helm takes for granted: there is no other way to ask helm for it.</summary>
internal static class HelmProbe
{
    private const string Indent = "    ";

    private const string Chart = """
        apiVersion: v2
        name: probe
        version: 0.1.0
        """;

    private const string Template = $$$"""
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: probe
        data:
          versions: |
        {{- range .Capabilities.APIVersions }}
        {{{Indent}}}{{ . }}
        {{- end }}
        """;

    public static async Task<IReadOnlySet<string>> ListApiVersionsAsync(
        IToolRunner runner, HelmProgram helm, RunFolder folder, CancellationToken cancellationToken)
    {
        var chart = folder.CreateFolder("probe");
        Directory.CreateDirectory(Path.Combine(chart, "templates"));
        await File.WriteAllTextAsync(Path.Combine(chart, "Chart.yaml"), Chart, Encoding.UTF8, cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(chart, "templates", "probe.yaml"), Template, Encoding.UTF8, cancellationToken).ConfigureAwait(false);
        var command = HelmCommand.WithoutCluster(helm, ["template", "probe", chart]) with { Purpose = "list the API versions that it knows" };
        var output = await runner.RunAsync(command, cancellationToken).ConfigureAwait(false);
        return output.StandardOutput.Split('\n')
            .Where(line => line.StartsWith(Indent, StringComparison.Ordinal))
            .Select(line => line.Trim())
            .ToHashSet(StringComparer.Ordinal);
    }
}
