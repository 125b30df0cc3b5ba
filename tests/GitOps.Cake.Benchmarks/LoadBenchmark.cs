using System.Globalization;

namespace GitOps.Cake.Benchmarks;

/// <summary>
/// Measures the commands that only read a project of many releases, a process for each: <c>list</c>, <c>build</c>, and
/// <c>write-values</c>, which reads and writes all values. The whole of it counts, from the start of the program to its end.
/// </summary>
internal static class LoadBenchmark
{
    public static async Task<int> RunAsync(int count, int runs)
    {
        var folder = Directory.CreateTempSubdirectory("gitops-load-");
        try
        {
            var options = new BenchmarkOptions
            {
                File = LayeredProject.Write(folder.FullName, count),
                Helm = BenchmarkTools.Helm,
                Environment = "staging",
                Workspace = folder.FullName,
            };
            foreach (var call in (string[])["list", "build", "write-values"])
            {
                var measured = new List<ChildRun>();
                for (var run = 0; run < runs; run++)
                    measured.Add(await ChildRun.OfAsync(call, options));

                var median = measured.OrderBy(run => run.WholeMilliseconds).ElementAt(runs / 2);
                var peak = await ChildRun.PeakAsync(call, options);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"releases":{{count}},"what":"{{call}}","call_ms":{{median.Measurement.Milliseconds:F0}},"whole_ms":{{median.WholeMilliseconds:F0}},"processor_ms":{{median.Measurement.OwnProcessor:F0}},"peak_mib":{{peak:F0}}}"""));
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
