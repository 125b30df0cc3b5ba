using GitOps.Cake.Testing;

namespace GitOps.Cake.Benchmarks;

/// <summary>
/// Generated projects on a control plane of their own. A diff is measured in all states that are asked for; an apply where it has nothing
/// to do, and a rendering, which no cluster matters to, once.
/// </summary>
internal sealed class GeneratedBenchmark(GeneratedOptions options, LocalControlPlane cluster)
{
    private const int Revisions = 10;
    private const string Unchanged = "unchanged";

    public static async Task<int> RunAsync(GeneratedOptions options)
    {
        await using var cluster = await LocalControlPlane.StartAsync();
        var benchmark = new GeneratedBenchmark(options, cluster);
        foreach (var count in options.Counts)
        {
            var folder = Directory.CreateTempSubdirectory("generated-");
            try
            {
                await benchmark.RunAsync(GeneratedProject.Write(folder.FullName, count));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }

    private async Task RunAsync(GeneratedProject project)
    {
        await MeasureAsync(project, "nothing installed");
        using var client = cluster.CreateClient();
        await GeneratedRecords.WriteAsync(client, project, BenchmarkTools.Helm, Revisions);
        await MeasureAsync(project, Unchanged);
        project.ChangeTenth();
        await MeasureAsync(project, "10 % changed");
        await GeneratedRecords.RemoveAsync(client, project);
    }

    private async Task MeasureAsync(GeneratedProject project, string state)
    {
        if (!options.States.Contains(state))
            return;

        foreach (var call in options.Calls.Where(call => call == "diff" || state == Unchanged))
        {
            var result = await PairBenchmark.RunAsync(call, new()
            {
                File = project.File,
                Helm = BenchmarkTools.Helm,
                KubeConfig = cluster.KubeConfigPath,
                State = state,
                Pairs = options.Pairs,
            });
            Console.WriteLine(call == "diff" ? result.ToJson() : result.ToJson(call));
        }
    }
}
