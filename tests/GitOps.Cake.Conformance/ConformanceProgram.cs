using System.Diagnostics;
using System.Runtime.InteropServices;
using GitOps.Cake.Conformance.Reporting;
using GitOps.Cake.Conformance.Running;
using GitOps.Cake.Conformance.Suites;

namespace GitOps.Cake.Conformance;

/// <summary>A conformance run on the command line.</summary>
internal static class ConformanceProgram
{
    /// <returns>0: every case is answered as helmfile does, better, or refused by name. 1: some are not. 2: the run could not begin.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output)
    {
        var suite = new Lazy<OwnSuite>();
        try
        {
            if (arguments.Contains("--help"))
            {
                await output.WriteLineAsync(ConformanceOptions.Usage);
                return 0;
            }

            using var interrupted = new CancellationTokenSource();
            using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
            using var onTermination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
            return await RunAsync(ConformanceOptions.Parse(arguments, suite), output, interrupted.Token);

            // What was started and written for the run goes before the program does.
            void End(PosixSignalContext signal)
            {
                signal.Cancel = true;
                interrupted.Cancel();
            }
        }
        catch (UsageException exception)
        {
            await Console.Error.WriteLineAsync($"{exception.Message}{Environment.NewLine}{Environment.NewLine}{ConformanceOptions.Usage}");
            return 2;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted.");
            return 130;
        }
        finally
        {
            if (suite.IsValueCreated)
                suite.Value.Dispose();
        }
    }

    private static async Task<int> RunAsync(ConformanceOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        if (options.Pack is { } target)
        {
            new SuitePacking(options.Cases, options.Answers).Write(options.Charts, target);
            return 0;
        }

        var started = Stopwatch.GetTimestamp();
        using var tools = await Toolbox.OpenAsync(options.Helm, options.Kubectl, cancellationToken);
        var console = new ConsoleReport(output);
        console.Note($"Native engine, helm {tools.HelmVersion}, answers in {options.Answers}");
        var results = await new Suite(options, tools, console.Add).RunAsync(cancellationToken);
        if (results.Count == 0)
            throw new UsageException($"No case in {options.Cases} is chosen.");

        if (options.Json is { } json)
            await File.WriteAllTextAsync(json, JsonReport.Write(tools.HelmVersion, results), cancellationToken);

        var totals = Totals.Of(results);
        console.Note($"{results.Count} cases in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        console.Note($"{totals}");
        return totals.Conforms ? 0 : 1;
    }
}
