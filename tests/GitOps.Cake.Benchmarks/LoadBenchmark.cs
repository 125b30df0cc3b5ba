using System.Diagnostics;
using System.Globalization;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Benchmarks;

/// <summary>Measures reading a project of many releases: as <c>list</c> needs it, and with all values as <c>write-values</c> does. A process for each.</summary>
internal static class LoadBenchmark
{
    private const int Runs = 5;

    public static async Task<int> RunAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("gitops-load-");
        try
        {
            var file = LayeredProject.Write(folder.FullName, count);
            foreach (var what in (string[])["list", "values"])
            {
                var runs = new List<(double Whole, string Inside)>();
                for (var run = 0; run < Runs; run++)
                    runs.Add(await WholeAsync(what, file));
                runs.Sort();
                var (whole, inside) = runs[Runs / 2];
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"releases\":{count},\"what\":\"{what}\",\"whole_ms\":{whole:0},{inside}}}"));
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>One reading in this process, which tells what it took inside.</summary>
    public static async Task<int> OnceAsync(string what, string file)
    {
        var watch = Stopwatch.StartNew();
        var scope = new HelmfileScope { File = file, Environment = "staging" };
        var helmfiles = await new HelmfileLoader().LoadAsync(scope, Path.GetDirectoryName(file)!, CancellationToken.None);
        if (what == "values")
        {
            foreach (var helmfile in helmfiles)
                await ReleasePreparation.PrepareAsync(helmfile, helmfile.Releases, CancellationToken.None);
        }

        // The processor's time says what it costs on a machine that is busy with something else, too.
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\"inside_ms\":{watch.ElapsedMilliseconds},\"processor_ms\":{self.TotalProcessorTime.TotalMilliseconds:0},\"peak_mib\":{self.PeakWorkingSet64 / 1024 / 1024}"));
        return 0;
    }

    private static async Task<(double Whole, string Inside)> WholeAsync(string what, string file)
    {
        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo(Environment.ProcessPath!, Arguments(what, file)) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (watch.Elapsed.TotalMilliseconds, output.Trim())
            : throw new InvalidOperationException($"reading {file} failed.");
    }

    // Started through dotnet, the program is dotnet and its first argument this assembly.
    private static IEnumerable<string> Arguments(string what, string file) => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? [Environment.GetCommandLineArgs()[0], "load-once", what, file]
        : ["load-once", what, file];
}
