using System.Diagnostics;
using System.Globalization;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Benchmarks;

/// <summary>What a call through the client costs on top of the bare program: with a helmfile and a helm that answer at once.</summary>
internal static class CliOverhead
{
    private const int Calls = 50;

    private const string Helmfile = """
        #!/bin/sh
        case " $* " in
        *" --version "*) echo "helmfile version 1.8.0" ;;
        *" list "*) echo "[]" ;;
        esac
        """;

    private const string Helm = """
        #!/bin/sh
        echo "v4.1.4+g0000000"
        """;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cli-overhead-");
        try
        {
            var (helmfile, helm) = (Write(folder, "helmfile", Helmfile), Write(folder, "helm", Helm));
            using var client = new HelmfileClient(new() { Workspace = folder.FullName });
            HelmfileListSettings settings = new() { Scope = new() { Engine = HelmfileEngine.Cli, HelmfileBinary = helmfile, HelmBinary = helm } };
            var first = await MeasureAsync(1, () => client.ListAsync(settings));
            var through = await MeasureAsync(Calls, () => client.ListAsync(settings));
            var bare = await MeasureAsync(Calls, () => BareAsync(helmfile));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"calls":{{Calls}},"bare_ms":{{bare:F2}},"client_ms":{{through:F2}},"overhead_ms":{{through - bare:F2}},"first_call_ms":{{first:F2}}}"""));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Write(DirectoryInfo folder, string name, string script)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        return path;
    }

    private static async Task<double> MeasureAsync(int calls, Func<Task> call)
    {
        var started = Stopwatch.GetTimestamp();
        for (var index = 0; index < calls; index++)
            await call();

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds / calls;
    }

    private static async Task BareAsync(string helmfile)
    {
        using var process = Process.Start(new ProcessStartInfo(helmfile, ["list", "--output", "json"]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
    }
}
