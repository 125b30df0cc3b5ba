using System.Diagnostics;

namespace Cake.Frosting.Tests.OutOfProcess;

/// <summary>Runs tests/Cake.Frosting.Sample as its users would: as a process, with a command line.</summary>
internal static class SampleProgram
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Cake.Frosting.Sample", new DirectoryInfo(AppContext.BaseDirectory).Name));

    public static string Assembly { get; } = Path.Combine(Folder, "Cake.Frosting.Sample.dll");

    public static Task<ProgramOutput> RunAsync(params string[] args) => RunAsync(new ProgramStart(args));

    public static async Task<ProgramOutput> RunAsync(ProgramStart start)
    {
        var info = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = start.Directory ?? Folder,
        };
        info.ArgumentList.Add(Assembly);
        foreach (var argument in start.Arguments)
        {
            info.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in start.Environment)
        {
            info.Environment[name] = value;
        }

        using var process = Process.Start(info)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await errors);
    }
}
