using System.Collections.Immutable;
using System.Diagnostics;

namespace GitOps.Cake.EndToEnd.Bootstrap;

/// <summary>A program to start, without what the MSBuild or the test host above left in the environment.</summary>
internal sealed record Script(string Path, params string[] Arguments)
{
    private static readonly string[] LeftByTheTestRun = ["MSBuild", "VSTEST", "DOTNET_HOST_PATH", "DOTNET_CLI_TELEMETRY_SESSIONID"];

    public required string Directory { get; init; }

    /// <summary>Variables that are set, or with null removed.</summary>
    public ImmutableDictionary<string, string?> Environment { get; init; } = ImmutableDictionary<string, string?>.Empty;

    public Script With(string variable, string? value) => this with { Environment = Environment.SetItem(variable, value) };

    public ScriptRun Start()
    {
        var start = new ProcessStartInfo(Path, Arguments)
        {
            WorkingDirectory = Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsLeftByTheTestRun).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return new ScriptRun(Process.Start(start)!);
    }

    public async Task<Outcome> RunAsync()
    {
        using var run = Start();
        return await run.WaitAsync();
    }

    private static bool IsLeftByTheTestRun(string name) =>
        Array.Exists(LeftByTheTestRun, left => name.StartsWith(left, StringComparison.OrdinalIgnoreCase));
}
