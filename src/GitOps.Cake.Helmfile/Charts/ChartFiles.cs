using System.Formats.Tar;
using System.IO.Compression;

namespace GitOps.Cake.Helmfile.Charts;

/// <summary>Reads the files of a chart that matter for rendering, from a folder or a packed chart, packed subcharts included.</summary>
internal static class ChartFiles
{
    private const int MaxFileBytes = 16 * 1024 * 1024;
    private const int MaxDepth = 16;

    public static IEnumerable<ChartFile> Read(string chart) =>
        Directory.Exists(chart) ? ReadFolder(chart) : ReadArchive(chart, "", 0);

    /// <summary>Whether a file holds CustomResourceDefinitions that are installed as they stand; those among the templates are templates.</summary>
    public static bool IsDefinition(string path) =>
        InChart(path) is ["crds", ..] && Path.GetExtension(path) is ".yaml" or ".yml" or ".json";

    private static IEnumerable<ChartFile> ReadFolder(string chart)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        foreach (var file in Directory.EnumerateFiles(chart, "*", options).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(chart, file).Replace('\\', '/');
            if (IsPackedSubchart(path))
            {
                foreach (var inner in ReadArchive(file, Folder(path), 1))
                    yield return inner;
            }
            else if (Matters(path))
                yield return new(path, File.ReadAllText(file));
        }
    }

    private static List<ChartFile> ReadArchive(string file, string folder, int depth)
    {
        using var archive = File.OpenRead(file);
        return [.. ReadArchive(archive, folder, depth)];
    }

    private static IEnumerable<ChartFile> ReadArchive(Stream archive, string folder, int depth)
    {
        if (depth > MaxDepth)
            throw new InvalidDataException($"Charts are packed within charts more than {MaxDepth} deep.");

        using var unzip = new GZipStream(archive, CompressionMode.Decompress);
        using var tar = new TarReader(unzip);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || entry.Length > MaxFileBytes)
                continue;

            // The first part of a path is the chart's own name.
            var path = folder + entry.Name[(entry.Name.IndexOf('/', StringComparison.Ordinal) + 1)..];
            if (IsPackedSubchart(path))
            {
                using var packed = new MemoryStream();
                entry.DataStream.CopyTo(packed);
                packed.Position = 0;
                foreach (var inner in ReadArchive(packed, Folder(path), depth + 1).ToList())
                    yield return inner;
            }
            else if (Matters(path))
            {
                using var reader = new StreamReader(entry.DataStream);
                yield return new(path, reader.ReadToEnd());
            }
        }
    }

    private static string Folder(string packed) => packed[..^".tgz".Length] + "/";

    private static bool IsPackedSubchart(string path) =>
        path.EndsWith(".tgz", StringComparison.Ordinal) && InChart(path) is ["charts", _];

    private static bool Matters(string path) => InChart(path) switch
    {
        ["Chart.yaml" or "values.yaml" or "requirements.yaml"] => true,
        ["templates" or "crds", ..] => true,
        _ => false,
    };

    /// <summary>The parts of a path below the innermost chart that holds it.</summary>
    private static ReadOnlySpan<string> InChart(string path)
    {
        ReadOnlySpan<string> parts = path.Split('/');
        while (parts is ["charts", _, _, ..])
            parts = parts[2..];

        return parts;
    }
}
