using GitOps.Cake.Charts;
using GitOps.Cake.Helmfile.Cli.Programs;

namespace GitOps.Cake.Helm;

/// <summary>A plugin in one of the folders in which helm looks for them; found without starting helm.</summary>
/// <param name="Version">Its version, where it says one.</param>
internal sealed record HelmPluginFolder(ToolVersion? Version)
{
    private const string Description = "plugin.yaml";

    /// <exception cref="GitOpsException">A description cannot be read.</exception>
    public static HelmPluginFolder? Find(string name)
    {
        foreach (var file in HelmUserFiles.Plugins.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories).Select(folder => Path.Combine(folder, Description)).Where(File.Exists))
        {
            var plugin = YamlFile.ReadMap(file);
            if (YamlFile.Text(plugin, "name") == name)
                return new(ToolVersion.Find(YamlFile.Text(plugin, "version")));
        }

        return null;
    }
}
