using System.Diagnostics;

namespace GitOps.Cake.Benchmarks;

/// <summary>One measured process: what it told of itself, and how long it lived.</summary>
internal sealed record ChildRun(Measurement Measurement, double WholeMilliseconds)
{
    private static readonly TimeSpan Sampling = TimeSpan.FromMilliseconds(10);

    public static async Task<ChildRun> OfAsync(string call, BenchmarkOptions options)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start(call, options);
        var output = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var whole = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return new(Measurement.Read(await EndAsync(process, call, output)), whole);
    }

    /// <summary>The most memory, in MiB, that it and its children hold at once. Looking has its price, so such a run is not timed.</summary>
    public static async Task<double> PeakAsync(string call, BenchmarkOptions options)
    {
        using var process = Start(call, options);
        var output = process.StandardOutput.ReadToEndAsync();
        var exit = process.WaitForExitAsync();
        var peak = 0L;
        while (await Task.WhenAny(exit, Task.Delay(Sampling)) != exit)
            peak = Math.Max(peak, ProcessMemory.OfTree(process.Id));

        await EndAsync(process, call, output);
        return peak / 1024.0 / 1024.0;
    }

    private static Process Start(string call, BenchmarkOptions options) => Process.Start(
        new ProcessStartInfo(Environment.ProcessPath!, [.. Program(), "once", call, .. options.ToArguments()]) { RedirectStandardOutput = true })!;

    // Started through dotnet, the program is dotnet and its first argument this assembly.
    private static IEnumerable<string> Program() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];

    private static async Task<string> EndAsync(Process process, string call, Task<string> output) => process.ExitCode == 0
        ? await output
        : throw new InvalidOperationException($"{call} ended with {process.ExitCode}: {await output}");
}
