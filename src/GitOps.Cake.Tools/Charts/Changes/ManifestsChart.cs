using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Charts.Changes;

/// <summary>Makes a chart of a folder of manifests: its YAML files become templates that print them, everything else stays a file of the chart.</summary>
internal static class ManifestsChart
{
    private static readonly ImmutableArray<string> HelmsFolders = ["templates", "charts", "crds"];

    /// <param name="folder">The copy that becomes the chart.</param>
    /// <param name="rendered">Files that were templates of the state file.</param>
    public static void Make(string folder, ImmutableArray<ChartText> rendered)
    {
        foreach (var (path, text) in rendered)
            ChartTexts.Write(folder, path, text);

        var manifests = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsManifest).ToList();
        var moved = Directory.CreateDirectory(Path.Combine(folder, $".{Guid.NewGuid():N}")).FullName;
        foreach (var manifest in manifests)
        {
            var target = Path.Combine(moved, Path.GetRelativePath(folder, manifest));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(manifest, target);
        }

        // What else lies in folders of helm's own names would be taken for parts of the chart.
        foreach (var taken in HelmsFolders.Select(name => Path.Combine(folder, name)).Where(Directory.Exists))
            Directory.Delete(taken, recursive: true);

        Directory.Move(moved, Path.Combine(folder, "templates"));
    }

    private static bool IsManifest(string path) =>
        path.EndsWith("yaml", StringComparison.Ordinal) || path.EndsWith("yml", StringComparison.Ordinal);
}
