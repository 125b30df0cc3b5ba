using System.Globalization;

namespace GitOps.Cake.Benchmarks;

/// <summary>Floor and diff in turn, each in fresh processes; medians of five pairs, and the ratio of the two.</summary>
internal static class DiffBenchmark
{
    private const int Pairs = 5;

    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var (floors, diffs, wholes, peaks) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var (releases, changed) = (0, 0);
        for (var pair = 1; pair <= Pairs; pair++)
        {
            var floor = await ChildRun.OfAsync("floor-once", options);
            var diff = await ChildRun.OfAsync("diff-once", options);
            var numbers = diff.Output.Split(' ');
            floors.Add(Number(floor.Output.Split(' ')[0]));
            diffs.Add(Number(numbers[0]));
            wholes.Add(diff.WholeMilliseconds);
            peaks.Add(diff.PeakMebibytes);
            (releases, changed) = (int.Parse(numbers[1], CultureInfo.InvariantCulture), int.Parse(numbers[2], CultureInfo.InvariantCulture));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"pair {pair}: floor {floors[^1]:F0} ms, diff {diffs[^1]:F0} ms, whole {wholes[^1]:F0} ms, peak {peaks[^1]:F0} MiB"));
        }

        var state = options.State ?? (changed == 0 ? "unchanged" : changed == releases ? "nothing installed" : $"{changed} changed");
        var result = new BenchmarkResult
        {
            Releases = releases,
            State = state,
            FloorMs = Math.Round(Median(floors), 1),
            DiffMs = Math.Round(Median(diffs), 1),
            Ratio = Math.Round(Median([.. floors.Zip(diffs, (floor, diff) => diff / floor)]), 3),
            WholeMs = Math.Round(Median(wholes), 1),
            HelmProcesses = await HelmProcesses.CountAsync(options),
            PeakMib = Math.Round(peaks.Max(), 1),
        };
        Console.WriteLine(result.ToJson());
        return 0;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
