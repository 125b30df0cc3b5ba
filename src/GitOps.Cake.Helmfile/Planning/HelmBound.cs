namespace GitOps.Cake.Helmfile.Planning;

/// <summary>How many helm processes run at once.</summary>
internal static class HelmBound
{
    // What one helm needs at most with a large chart; beyond the machine's memory more processes are slower, not faster.
    private const long BytesPerProcess = 256L * 1024 * 1024;

    /// <summary>For rendering, which keeps a core busy: one more than there are cores, which has its turn while the output of another is read.</summary>
    public static int ForRendering(int? wanted) => wanted ?? Math.Clamp(Environment.ProcessorCount + 1, 1, ByMemory());

    /// <summary>For installs and upgrades, which mostly wait for the cluster.</summary>
    public static int ForChanges(int? wanted) => wanted ?? Math.Clamp(Environment.ProcessorCount * 4, 1, ByMemory());

    private static int ByMemory() => (int)Math.Max(1, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / BytesPerProcess);
}
