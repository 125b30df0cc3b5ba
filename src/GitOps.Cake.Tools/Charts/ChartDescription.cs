using System.Collections.Immutable;

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
            var root = YamlFile.ReadMap(file);

            // Charts of the first format keep their dependencies in a file of their own.
            var requirements = Path.Combine(folder, "requirements.yaml");
            var dependencies = YamlFile.Maps(root, "dependencies").Concat(File.Exists(requirements) ? YamlFile.Maps(YamlFile.ReadMap(requirements), "dependencies") : []);
            return new(
                YamlFile.Text(root, "version"),
                [.. dependencies.Select(dependency => YamlFile.Text(dependency, "repository")).Where(url => url.Length > 0).Distinct()]);
        }
        catch (GitOpsException exception)
        {
            throw new GitOpsException($"""
                The chart {folder} cannot be read: {exception.Message}
                Correct {file}; `helm show chart {folder}` tells whether helm can read it.
                """, exception);
        }
    }
}
