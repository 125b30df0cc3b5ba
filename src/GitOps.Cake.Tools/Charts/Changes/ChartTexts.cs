namespace GitOps.Cake.Charts.Changes;

/// <summary>Writes texts into a chart.</summary>
internal static class ChartTexts
{
    /// <exception cref="GitOpsException">The path leads out of the chart.</exception>
    public static void Write(string chart, string path, string text)
    {
        var target = Path.GetFullPath(path, chart);
        if (!target.StartsWith(chart.TrimEnd('/') + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new GitOpsException($"The file {path} would lie outside the chart.");

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
    }
}
