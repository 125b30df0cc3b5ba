using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Cli.Engine;

/// <summary>Finds downloaded charts: by default in folders of namespace, context, release, chart and version, one in the other.</summary>
/// <param name="folder">The folder that helmfile wrote to, absolute.</param>
internal sealed class FetchedFolder(string folder)
{
    private const string ChartFile = "Chart.yaml";

    public FetchedCharts Find(KnownProject project, string? state) => new()
    {
        State = state,
        Charts = [.. project.Releases.Where(known => known.Installed).Select(Find).OfType<FetchedChart>()],
    };

    private FetchedChart? Find(KnownRelease known)
    {
        if (!Directory.Exists(folder))
            return null;

        var path = Directory.EnumerateFiles(folder, ChartFile, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, Path.GetDirectoryName(file)!))
            .Where(relative => IsOf(known.Id, relative.Split(Path.DirectorySeparatorChar)))
            .OrderBy(relative => relative.Length)
            .FirstOrDefault();
        return path is null ? null : new() { Release = known.Id, Chart = known.Chart, Path = Path.Combine(folder, path) };
    }

    /// <summary>A release's own folder, not one of a dependency inside it.</summary>
    private static bool IsOf(ReleaseId release, string[] parts) =>
        !parts.Contains("charts", StringComparer.Ordinal) && parts.Contains(release.Name, StringComparer.Ordinal)
        && (release.Namespace.Length == 0 || parts[0] == release.Namespace || !parts.Contains(release.Namespace, StringComparer.Ordinal));
}
