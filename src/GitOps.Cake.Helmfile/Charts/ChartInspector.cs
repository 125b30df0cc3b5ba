using System.Collections.Immutable;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Charts;

/// <summary>Reads a chart once, so that it can be rendered without asking the server for every release.</summary>
internal static class ChartInspector
{
    /// <summary>Reads the chart of a folder or archive.</summary>
    /// <exception cref="GitOpsException">It is no chart, or it cannot be read.</exception>
    public static ChartFacts Inspect(string chart)
    {
        try
        {
            return Inspect(chart, [.. ChartFiles.Read(chart)]);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new GitOpsException($"The chart '{chart}' cannot be read: {exception.Message}", exception);
        }
    }

    private static ChartFacts Inspect(string chart, ImmutableArray<ChartFile> files)
    {
        var metadata = files.FirstOrDefault(file => file.Path == "Chart.yaml") is { } found
            ? Parse(chart, found)
            : throw new GitOpsException($"The chart '{chart}' holds no Chart.yaml, so it is no chart; check its path.");
        var findings = files
            .Where(file => !file.Path.Contains("crds/", StringComparison.Ordinal))
            .Aggregate(TemplateFindings.None, (all, file) => all.And(TemplateScan.Scan(file.Text)));
        return new()
        {
            Name = Text(metadata, "name"),
            Version = Text(metadata, "version"),
            NeedsServer = findings.NeedsServer,
            AskedApiVersions = findings.AskedApiVersions,
            EvaluatesValues = findings.EvaluatesValues,
            DefinedKinds = [.. files.Where(IsCrd).SelectMany(file => CustomKinds.DefinedBy(file.Text))],
            MissingDependencies = Missing(chart, metadata, files),
        };
    }

    private static bool IsCrd(ChartFile file) =>
        file.Path.StartsWith("crds/", StringComparison.Ordinal) || file.Path.Contains("/crds/", StringComparison.Ordinal);

    private static ImmutableArray<string> Missing(string chart, GoMap metadata, ImmutableArray<ChartFile> files)
    {
        var source = metadata.ContainsKey("dependencies")
            ? metadata
            : files.FirstOrDefault(file => file.Path == "requirements.yaml") is { } old ? Parse(chart, old) : metadata;
        if (!source.TryGetValue("dependencies", out var value) || value is not List<object?> dependencies)
            return [];

        var present = files
            .Where(file => file.Path.StartsWith("charts/", StringComparison.Ordinal) && file.Path.EndsWith("/Chart.yaml", StringComparison.Ordinal))
            .Where(file => file.Path.Count(letter => letter == '/') == 2)
            .Select(file => Text(Parse(chart, file), "name"))
            .ToHashSet(StringComparer.Ordinal);
        return [.. dependencies.OfType<GoMap>().Select(dependency => Text(dependency, "name")).Where(name => !present.Contains(name)).Distinct()];
    }

    private static GoMap Parse(string chart, ChartFile file)
    {
        try
        {
            return new ManifestReader().Read(file.Text.AsMemory(), Path.Combine(chart, file.Path)) as GoMap ?? new GoMap();
        }
        catch (YamlReadException exception)
        {
            throw new GitOpsException(exception.Message, exception);
        }
    }

    private static string Text(GoMap map, string key) => map.TryGetValue(key, out var value) && value is not null ? GoPrinter.Print(value) : "";
}
