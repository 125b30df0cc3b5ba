using System.Diagnostics;

namespace GitOps.Cake.Benchmarks;

/// <summary>One measured process: what it printed, how long it lived, and the most memory that it and its children held at once.</summary>
internal sealed record ChildRun(string Output, double WholeMilliseconds, double PeakMebibytes)
{
    private static readonly TimeSpan Sampling = TimeSpan.FromMilliseconds(20);

    public static async Task<ChildRun> OfAsync(string verb, BenchmarkOptions options)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [verb, .. options.ToArguments()]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var exit = process.WaitForExitAsync();
        var peak = 0L;
        while (await Task.WhenAny(exit, Task.Delay(Sampling)) != exit)
            peak = Math.Max(peak, ProcessMemory.OfTree(process.Id));

        var whole = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return process.ExitCode == 0
            ? new((await output).Trim(), whole, peak / 1024.0 / 1024.0)
            : throw new InvalidOperationException($"{verb} ended with {process.ExitCode}.");
    }
}
