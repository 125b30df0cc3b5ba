using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GitOps.Cake.Charts;

/// <summary>What <c>Chart.yaml</c> says of a chart.</summary>
/// <param name="Version">The chart's version.</param>
/// <param name="Repositories">Where its dependencies come from: addresses, and names behind <c>@</c> or <c>alias:</c>.</param>
internal sealed record ChartDescription(string Version, ImmutableArray<string> Repositories)
{
    /// <exception cref="GitOpsException">The folder is no chart.</exception>
    public static ChartDescription Read(string folder)
    {
        var file = Path.Combine(folder, "Chart.yaml");
        try
        {
            var root = Load(file);

            // Charts of the first format keep their dependencies in a file of their own.
            var requirements = Path.Combine(folder, "requirements.yaml");
            var dependencies = File.Exists(requirements) ? [.. Dependencies(root), .. Dependencies(Load(requirements))] : Dependencies(root);
            return new(Text(root, "version"), [.. dependencies.Select(dependency => Text(dependency, "repository")).Where(url => url.Length > 0).Distinct()]);
        }
        catch (Exception exception) when (exception is YamlException or IOException or UnauthorizedAccessException)
        {
            throw new GitOpsException($"""
                The chart {folder} cannot be read: {exception.Message}
                Correct {file}; `helm show chart {folder}` tells whether helm can read it.
                """, exception);
        }
    }

    private static YamlMappingNode Load(string file)
    {
        var stream = new YamlStream();
        using var text = File.OpenText(file);
        stream.Load(text);
        return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? root : [];
    }

    private static IEnumerable<YamlMappingNode> Dependencies(YamlMappingNode root) =>
        root.Children.TryGetValue(new YamlScalarNode("dependencies"), out var list) && list is YamlSequenceNode items
            ? items.OfType<YamlMappingNode>()
            : [];

    private static string Text(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlScalarNode { Value: { } value } ? value : "";
}
