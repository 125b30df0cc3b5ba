using System.Diagnostics;
using System.Globalization;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Benchmarks;

/// <summary>One diff in a process of its own: prints the milliseconds from the call to the plan, just-in-time compilation included.</summary>
internal static class OneDiff
{
    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var started = Stopwatch.GetTimestamp();
        using var client = new HelmfileClient(new() { Workspace = Path.GetDirectoryName(options.File) });
        var plan = await client.DiffAsync(new() { Scope = options.Scope });
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        foreach (var failed in plan.Releases.Where(release => release.Error is not null))
            Console.Error.WriteLine($"{failed.Release}: {failed.Error}");

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed:F1} {plan.Releases.Length} {plan.Releases.Count(release => release.IsChange)}"));
        return plan.IsPartial ? 1 : 0;
    }
}
