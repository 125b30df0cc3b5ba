using System.Diagnostics;
using System.Text;

namespace GitOps.Cake.EndToEnd.Deploying;

/// <summary>This repository's build program, run as a process with a clean environment.</summary>
internal static class BuildProgram
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Build.dll");
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static Process Start(IEnumerable<string> arguments, IEnumerable<(string Name, string? Value)> environment, string? folder = null) =>
        Start("dotnet", ["exec", Program, .. arguments], environment, folder);

    /// <summary>Starts it as people do.</summary>
    public static Process StartScript(IEnumerable<string> arguments, IEnumerable<(string Name, string? Value)> environment) =>
        Start(ThisRepository.PathOf("build.sh"), arguments, environment, null);

    private static Process Start(string program, IEnumerable<string> arguments, IEnumerable<(string Name, string? Value)> environment, string? folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? Environment.CurrentDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestRun).ToList())
            start.Environment.Remove(name);

        start.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    public static async Task<ProgramRun> RunAsync(IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        using var process = Start(arguments, environment);
        return await ReadAsync(process);
    }

    public static async Task<ProgramRun> ReadAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var time = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(time.Token);
        return new(process.ExitCode, await output, await error);
    }

    private static bool IsOfTheTestRun(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("GITHUB_", StringComparison.Ordinal)
        || name is "KUBECONFIG" or "CI" or "GITOPS_PLAN_KEY" or "HELM_BIN";
}
