namespace GitOps.Cake.Benchmarks;

/// <summary>Counts the helm processes of a call, through a stand-in that leaves a mark and becomes helm, and the memory of all. Not timed.</summary>
internal static class HelmProcesses
{
    public static async Task<(int Count, double PeakMebibytes)> CountAsync(string call, BenchmarkOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("helm-count-");
        try
        {
            var (helm, marks) = (Path.Combine(folder.FullName, "helm"), Path.Combine(folder.FullName, "marks"));
            await File.WriteAllTextAsync(helm, $"#!/bin/sh\nprintf x >> '{marks}'\nexec '{options.Helm}' \"$@\"\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(helm, UnixFileMode.UserRead | UnixFileMode.UserExecute);

            var peak = await ChildRun.PeakAsync(call, options with { Helm = helm });
            return (File.Exists(marks) ? (int)new FileInfo(marks).Length : 0, peak);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
