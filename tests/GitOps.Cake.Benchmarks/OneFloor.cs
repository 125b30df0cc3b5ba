using System.Diagnostics;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.State;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Benchmarks;

/// <summary>
/// The least that any diff has to do: one <c>helm template</c> per release with the same values, without a server, as many at once as
/// there are cores. Only the helm processes are timed.
/// </summary>
internal static class OneFloor
{
    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        using var folder = RunFolder.Create();
        var commands = new List<string[]>();
        foreach (var helmfile in await new HelmfileLoader().LoadAsync(options.Scope, Path.GetDirectoryName(options.File)!, CancellationToken.None))
        {
            var prepared = await ReleasePreparation.PrepareAsync(helmfile, ReleaseSelection.Select(helmfile), CancellationToken.None);
            foreach (var release in prepared.Releases.Where(release => release.Installed))
                commands.Add(await CommandAsync(release, folder));
        }

        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            commands,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            (command, token) => RenderAsync(options.Helm, command, token));
        Console.WriteLine(Measurement.Now(Stopwatch.GetElapsedTime(started), commands.Count));
        return 0;
    }

    private static async Task<string[]> CommandAsync(Release release, RunFolder folder)
    {
        var files = await ValuesFiles.WriteAsync(release.Values, folder, CancellationToken.None);
        var chart = release.ChartFolder ?? throw new InvalidOperationException($"{release.Id}: the floor is measured with local charts.");
        string[] space = release.Id.Namespace.Length > 0 ? ["--namespace", release.Id.Namespace] : [];
        return ["template", release.Id.Name, chart, .. space, .. files.SelectMany(file => new[] { "--values", file })];
    }

    private static async ValueTask RenderAsync(string helm, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(helm, arguments) { RedirectStandardOutput = true, Environment = { ["KUBECONFIG"] = "/dev/null" } };
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"helm {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
