using GitOps.Cake.Testing;

namespace GitOps.Cake.Benchmarks;

/// <summary>A generated project that is deployed and stays until the input ends, for a look at it by hand or with a profiler.</summary>
internal static class HeldProject
{
    private const int Revisions = 10;

    public static async Task<int> RunAsync(int count)
    {
        await using var cluster = await LocalControlPlane.StartAsync();
        var folder = Directory.CreateTempSubdirectory("generated-");
        try
        {
            var project = GeneratedProject.Write(folder.FullName, count);
            using (var client = cluster.CreateClient())
                await GeneratedRecords.WriteAsync(client, project, BenchmarkTools.Helm, Revisions);

            Console.WriteLine($"--file={project.File} --helm={BenchmarkTools.Helm} --kubeconfig={cluster.KubeConfigPath}");
            while (await Console.In.ReadLineAsync() is not null)
            {
                // The input's end is the sign, not a line of it.
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
