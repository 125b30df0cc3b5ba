using System.Globalization;

namespace GitOps.Cake.Benchmarks;

/// <summary>The floor and a call in turn, each in fresh processes; medians of all pairs, and the ratio of the two.</summary>
internal static class PairBenchmark
{
    /// <param name="call"><c>diff</c>, <c>apply</c> or <c>template</c>.</param>
    /// <param name="options">On what.</param>
    public static async Task<BenchmarkResult> RunAsync(string call, BenchmarkOptions options)
    {
        var (floors, calls) = (new List<Measurement>(), new List<ChildRun>());
        for (var pair = 1; pair <= options.Pairs; pair++)
        {
            var floor = (await ChildRun.OfAsync("floor", options)).Measurement;
            var run = await ChildRun.OfAsync(call, options);
            floors.Add(floor);
            calls.Add(run);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"pair {pair}: floor {floor.Milliseconds:F0} ms, {call} {run.Measurement.Milliseconds:F0} ms, whole {run.WholeMilliseconds:F0} ms; "
                + $"processor: floor {floor.ToolProcessor:F0} ms, {call} {run.Measurement.ToolProcessor:F0} ms and its own {run.Measurement.OwnProcessor:F0} ms, "
                + $"ratio {(run.Measurement.ToolProcessor + run.Measurement.OwnProcessor) / floor.ToolProcessor:F3}"));
        }

        var (processes, peak) = await HelmProcesses.CountAsync(call, options);
        var last = calls[^1].Measurement;
        return new()
        {
            Releases = last.Releases,
            State = options.State ?? (last.Changed == 0 ? "unchanged" : last.Changed == last.Releases ? "nothing installed" : $"{last.Changed} changed"),
            FloorMs = Math.Round(Median(floors.Select(floor => floor.Milliseconds)), 1),
            CallMs = Math.Round(Median(calls.Select(run => run.Measurement.Milliseconds)), 1),
            Ratio = Math.Round(Median(floors.Zip(calls, (floor, run) => run.Measurement.Milliseconds / floor.Milliseconds)), 3),
            WholeMs = Math.Round(Median(calls.Select(run => run.WholeMilliseconds)), 1),
            HelmProcesses = processes,
            PeakMib = Math.Round(peak, 1),
        };
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
