namespace GitOps.Cake.Benchmarks;

/// <summary>Counts the helm processes of a diff, through a stand-in that leaves a mark and becomes helm. Not timed.</summary>
internal static class HelmProcesses
{
    public static async Task<int> CountAsync(BenchmarkOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("helm-count-");
        try
        {
            var (helm, marks) = (Path.Combine(folder.FullName, "helm"), Path.Combine(folder.FullName, "marks"));
            await File.WriteAllTextAsync(helm, $"#!/bin/sh\nprintf x >> '{marks}'\nexec '{options.Helm}' \"$@\"\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(helm, UnixFileMode.UserRead | UnixFileMode.UserExecute);

            await ChildRun.OfAsync("diff-once", options with { Helm = helm });
            return (int)new FileInfo(marks).Length;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
