using System.Text.Json;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helm;

/// <summary>Asks a helm program for the API versions that it takes for granted without a server, through a chart that prints them.</summary>
internal static class HelmBuiltInApiVersions
{
    private const string Mark = "list: ";

    public static async Task<IReadOnlySet<string>> ReadAsync(
        IToolRunner runner, HelmProgram helm, RunFolder folder, CancellationToken cancellationToken)
    {
        var chart = folder.CreateFolder("api-versions");
        Directory.CreateDirectory(Path.Combine(chart, "templates"));
        await File.WriteAllTextAsync(Path.Combine(chart, "Chart.yaml"), "apiVersion: v2\nname: api-versions\nversion: 1.0.0\n", cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(
            Path.Combine(chart, "templates", "list.yaml"), Mark + "{{ .Capabilities.APIVersions | toJson }}\n", cancellationToken).ConfigureAwait(false);
        var output = await runner.RunAsync(
            HelmCommand.WithoutCluster(helm, ["template", "api-versions", chart]) with { Purpose = "list the API versions it knows" },
            cancellationToken).ConfigureAwait(false);
        var list = output.StandardOutput.Split('\n').FirstOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal))
            ?? throw new GitOpsException($"{helm.Path} did not list the API versions that it knows; a chart printed nothing.");
        using var json = JsonDocument.Parse(list[Mark.Length..]);
        return json.RootElement.EnumerateArray().Select(version => version.GetString()!).ToHashSet(StringComparer.Ordinal);
    }
}
