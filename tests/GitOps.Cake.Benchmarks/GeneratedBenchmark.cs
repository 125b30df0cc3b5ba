using GitOps.Cake.Testing;

namespace GitOps.Cake.Benchmarks;

/// <summary>Generated projects on a control plane of their own, in three states: nothing installed, unchanged, a tenth changed.</summary>
internal static class GeneratedBenchmark
{
    private const int Revisions = 10;

    public static async Task<int> RunAsync(int[] counts)
    {
        var tools = Environment.GetEnvironmentVariable("GITOPS_TOOLS") ?? throw new InvalidOperationException("GITOPS_TOOLS names no folder of tools.");
        var helm = Path.Combine(tools, "helm-4", "helm");
        await using var cluster = await LocalControlPlane.StartAsync();
        foreach (var count in counts)
        {
            var folder = Directory.CreateTempSubdirectory("generated-");
            try
            {
                var project = GeneratedProject.Write(folder.FullName, count);
                var options = new BenchmarkOptions { File = project.File, Helm = helm, KubeConfig = cluster.KubeConfigPath };
                await DiffBenchmark.RunAsync(options with { State = "nothing installed" });
                using (var client = cluster.CreateClient())
                    await GeneratedRecords.WriteAsync(client, project, helm, Revisions);

                await DiffBenchmark.RunAsync(options with { State = "unchanged" });
                project.ChangeTenth();
                await DiffBenchmark.RunAsync(options with { State = "10 % changed" });
                using (var client = cluster.CreateClient())
                    await GeneratedRecords.RemoveAsync(client, project);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }
}
