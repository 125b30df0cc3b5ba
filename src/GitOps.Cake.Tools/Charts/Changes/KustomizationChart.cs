using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using YamlDotNet.RepresentationModel;

namespace GitOps.Cake.Charts.Changes;

/// <summary>Makes a chart of a kustomization. The release's values say more of it: images, a prefix and a suffix of names, and the namespace.</summary>
internal static class KustomizationChart
{
    private static readonly ImmutableArray<string> Settings = ["images", "namePrefix", "nameSuffix", "namespace"];

    /// <param name="kustomize">Builds it.</param>
    /// <param name="assembly">The chart to be made.</param>
    /// <param name="folder">The folder of the new chart.</param>
    /// <param name="cancellationToken">Stops the build.</param>
    public static async Task MakeAsync(Kustomize kustomize, ChartAssembly assembly, string folder, CancellationToken cancellationToken)
    {
        var wrapper = Directory.CreateDirectory(Path.Combine(folder, "kustomization"));
        await File.WriteAllTextAsync(Path.Combine(wrapper.FullName, "kustomization.yaml"), YamlFile.Write(Describe(assembly, wrapper.FullName)), cancellationToken).ConfigureAwait(false);
        var manifest = await kustomize.BuildAsync(
            wrapper.FullName, kustomize.OfCheckout(assembly.AllowsPlugins), $"build the kustomization {assembly.Source} of the release {assembly.Release}", cancellationToken).ConfigureAwait(false);
        wrapper.Delete(recursive: true);
        ChartTexts.Write(folder, "templates/kustomized.yaml", manifest);
    }

    private static YamlMappingNode Describe(ChartAssembly assembly, string wrapper)
    {
        var kustomization = new YamlMappingNode
        {
            { "apiVersion", "kustomize.config.k8s.io/v1beta1" },
            { "kind", "Kustomization" },
            { "resources", new YamlSequenceNode(YamlFile.Quoted(Path.GetRelativePath(wrapper, assembly.Source).Replace('\\', '/'))) },
        };
        foreach (var values in assembly.ValuesFiles.Select(YamlFile.ReadMap))
        {
            foreach (var name in Settings)
            {
                if (values.Children.TryGetValue(name, out var setting))
                    kustomization.Children[name] = setting;
            }
        }

        if (assembly.Release.Namespace.Length > 0)
            kustomization.Children["namespace"] = YamlFile.Quoted(assembly.Release.Namespace);
        return kustomization;
    }
}
