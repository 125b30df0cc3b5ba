using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using YamlDotNet.RepresentationModel;

namespace GitOps.Cake.Charts.Changes;

/// <summary>The <c>Chart.yaml</c> of a chart that is being changed. Dependencies of a chart of the first format move into it.</summary>
internal sealed class ChartMetadata
{
    private const string Key = "dependencies";
    private const string LocalScheme = "file://";

    private readonly string _folder;
    private readonly YamlMappingNode _map;

    private ChartMetadata(string folder, YamlMappingNode map, ImmutableArray<YamlMappingNode> dependencies) =>
        (_folder, _map, Dependencies) = (folder, map, dependencies);

    /// <summary>The dependencies that the chart names.</summary>
    public ImmutableArray<YamlMappingNode> Dependencies { get; }

    /// <exception cref="GitOpsException">It cannot be read.</exception>
    public static ChartMetadata Read(string folder)
    {
        var map = YamlFile.ReadMap(Path.Combine(folder, "Chart.yaml"));
        var requirements = Path.Combine(folder, "requirements.yaml");
        var old = File.Exists(requirements) ? YamlFile.Maps(YamlFile.ReadMap(requirements), Key) : [];
        return new(folder, map, [.. YamlFile.Maps(map, Key), .. old]);
    }

    /// <summary>Writes the metadata of a chart that is made of manifests.</summary>
    public static void Create(string folder, string name, string version)
    {
        var map = new YamlMappingNode("apiVersion", "v2", "name", YamlFile.Quoted(name), "version", YamlFile.Quoted(version));
        new ChartMetadata(folder, map, []).Write([]);
    }

    /// <summary>Writes it with other dependencies than it had.</summary>
    public void Write(IReadOnlyCollection<YamlMappingNode> dependencies)
    {
        _map.Children.Remove(Key);
        if (dependencies.Count > 0)
            _map.Add(Key, new YamlSequenceNode(dependencies));

        File.WriteAllText(Path.Combine(_folder, "Chart.yaml"), YamlFile.Write(_map));
        File.Delete(Path.Combine(_folder, "requirements.yaml"));
    }

    /// <summary>Forgets which versions were locked: the lock no longer fits.</summary>
    public void RemoveLocks()
    {
        File.Delete(Path.Combine(_folder, "Chart.lock"));
        File.Delete(Path.Combine(_folder, "requirements.lock"));
    }

    /// <summary>Makes paths of dependencies independent of where the chart lies.</summary>
    /// <param name="original">The folder that they start from.</param>
    public void FixPaths(string original)
    {
        foreach (var dependency in Dependencies)
        {
            if (YamlFile.Text(dependency, "repository") is var repository && repository.StartsWith(LocalScheme, StringComparison.Ordinal))
                dependency.Children["repository"] = YamlFile.Quoted(LocalScheme + Path.GetFullPath(repository[LocalScheme.Length..], original));
        }
    }

    /// <summary>A dependency in the words of the file.</summary>
    public static YamlMappingNode Describe(ChartDependency dependency)
    {
        var map = new YamlMappingNode
        {
            { "name", YamlFile.Quoted(dependency.Name) },
            { "repository", YamlFile.Quoted(dependency.Repository) },
            { "condition", YamlFile.Quoted(dependency.Condition) },
            { "version", YamlFile.Quoted(string.IsNullOrEmpty(dependency.Version) ? "*" : dependency.Version) },
        };
        if (!string.IsNullOrEmpty(dependency.Alias))
            map.Add("alias", YamlFile.Quoted(dependency.Alias));
        return map;
    }
}
