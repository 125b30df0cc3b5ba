using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using k8s;
using k8s.Models;

namespace GitOps.Cake.Benchmarks;

/// <summary>Writes the release records that helm would have written, ten revisions per release, without running it ten times.</summary>
internal static class GeneratedRecords
{
    public static async Task WriteAsync(Kubernetes client, GeneratedProject project, string helm, int revisions)
    {
        var known = (await client.CoreV1.ListNamespaceAsync()).Items.Select(space => space.Metadata.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var space in project.AllNamespaces.Where(space => !known.Contains(space)))
            await client.CoreV1.CreateNamespaceAsync(new V1Namespace { Metadata = new() { Name = space } });

        await Parallel.ForEachAsync(project.Releases, async (release, token) =>
        {
            var manifest = await RenderAsync(helm, project, release, token);
            for (var revision = 1; revision <= revisions; revision++)
            {
                var status = revision == revisions ? "deployed" : "superseded";
                await client.CoreV1.CreateNamespacedSecretAsync(Record(release.Name, release.Namespace, revision, status, manifest), release.Namespace, cancellationToken: token);
            }
        });
    }

    /// <summary>Removes the records. The namespaces stay for the next project: no controller runs here that would end them.</summary>
    public static async Task RemoveAsync(Kubernetes client, GeneratedProject project)
    {
        foreach (var space in project.AllNamespaces)
            await client.CoreV1.DeleteCollectionNamespacedSecretAsync(space);
    }

    private static V1Secret Record(string name, string space, int revision, string status, string manifest)
    {
        var record = JsonSerializer.SerializeToUtf8Bytes(new
        {
            name,
            @namespace = space,
            version = revision,
            info = new { status, description = "generated" },
            chart = new { metadata = new { name = "generated", version = "1.0.0", apiVersion = "v2" } },
            config = new { },
            manifest,
        });
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            zip.Write(record);

        return new()
        {
            Type = "helm.sh/release.v1",
            Metadata = new()
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"sh.helm.release.v1.{name}.v{revision}"),
                Labels = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["owner"] = "helm",
                    ["name"] = name,
                    ["status"] = status,
                    ["version"] = revision.ToString(CultureInfo.InvariantCulture),
                },
            },
            Data = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["release"] = Encoding.ASCII.GetBytes(Convert.ToBase64String(packed.ToArray())) },
        };
    }

    private static async Task<string> RenderAsync(
        string helm, GeneratedProject project, (string Name, string Namespace, string Values) release, CancellationToken cancellationToken)
    {
        string[] arguments = ["template", release.Name, project.Chart, "--namespace", release.Namespace, "--values", release.Values];
        using var process = Process.Start(new ProcessStartInfo(helm, arguments) { RedirectStandardOutput = true })!;
        var manifest = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? manifest : throw new InvalidOperationException($"{release.Name} does not render.");
    }
}
