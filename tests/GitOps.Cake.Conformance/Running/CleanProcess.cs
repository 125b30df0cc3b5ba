using System.Collections.Immutable;
using System.Diagnostics;

namespace GitOps.Cake.Conformance.Running;

/// <summary>Starts programs with exactly the environment that they are given.</summary>
internal static class CleanProcess
{
    public static Process Start(string program, IEnumerable<string> arguments, string? folder, ImmutableSortedDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code, and all that it printed.</returns>
    public static async Task<(int Exit, string Output)> RunAsync(
        string program, IEnumerable<string> arguments, string folder, ImmutableSortedDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments, folder, environment);
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, $"{await output}{await error}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
