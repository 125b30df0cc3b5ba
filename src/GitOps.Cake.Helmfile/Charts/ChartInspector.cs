using System.Collections.Immutable;
using GitOps.Cake.Templates;
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
            .Where(file => !ChartFiles.IsDefinition(file.Path))
            .Aggregate(TemplateFindings.None, (all, file) => all.And(TemplateScan.Scan(file.Text)));
        return new()
        {
            Name = Text(metadata, "name"),
            Version = Text(metadata, "version"),
            NeedsServer = findings.NeedsServer,
            AskedApiVersions = findings.AskedApiVersions,
            EvaluatesValues = findings.EvaluatesValues,
            DefinedKinds = [.. files.Where(file => ChartFiles.IsDefinition(file.Path)).SelectMany(Kinds)],
            DueDependencies = Due(chart, metadata, files),
        };
    }

    private static List<string> Kinds(ChartFile file)
    {
        try
        {
            return [.. CustomKinds.DefinedBy(file.Text)];
        }
        catch (YamlReadException)
        {
            // Helm tells what is wrong with the file, if it ever uses it.
            return [];
        }
    }

    private static ImmutableArray<string> Due(string chart, GoMap metadata, ImmutableArray<ChartFile> files)
    {
        var source = metadata.ContainsKey("dependencies")
            ? metadata
            : files.FirstOrDefault(file => file.Path == "requirements.yaml") is { } old ? Parse(chart, old) : metadata;
        if (!source.TryGetValue("dependencies", out var value) || value is not List<object?> dependencies)
            return [];

        var present = files
            .Where(file => file.Path.StartsWith("charts/", StringComparison.Ordinal) && file.Path.EndsWith("/Chart.yaml", StringComparison.Ordinal))
            .Where(file => file.Path.Count(letter => letter == '/') == 2)
            .Select(file => Parse(chart, file))
            .ToLookup(subchart => Text(subchart, "name"), subchart => Text(subchart, "version"), StringComparer.Ordinal);
        return [.. dependencies.OfType<GoMap>().Where(dependency => IsDue(dependency, present)).Select(dependency => Text(dependency, "name")).Distinct()];
    }

    // What a folder beside the chart holds may have changed since it was packed, whatever its version says.
    private static bool IsDue(GoMap dependency, ILookup<string, string> present) =>
        Text(dependency, "repository").StartsWith("file://", StringComparison.Ordinal)
        || !present[Text(dependency, "name")].Any(version => IsMet(Text(dependency, "version"), version));

    private static bool IsMet(string range, string version)
    {
        try
        {
            return VersionRange.IsMet(range, version);
        }
        catch (TemplateException)
        {
            // Helm tells what is wrong with the range.
            return false;
        }
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
