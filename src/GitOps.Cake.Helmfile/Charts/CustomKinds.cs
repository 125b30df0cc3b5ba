using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Charts;

/// <summary>Finds the kinds that CustomResourceDefinitions bring into a cluster.</summary>
internal static class CustomKinds
{
    /// <summary>The kinds that a YAML stream defines, as <c>group/Kind</c>.</summary>
    public static IEnumerable<string> DefinedBy(string stream)
    {
        var reader = new ManifestReader();
        foreach (var document in ManifestStream.Split(stream))
        {
            if (reader.Read(document) is GoMap definition && DefinedBy(definition) is { } kind)
                yield return kind;
        }
    }

    /// <summary>The kind that an object defines, if it is a definition.</summary>
    public static string? DefinedBy(GoMap definition) =>
        definition.TryGetValue("kind", out var kind) && kind is "CustomResourceDefinition"
        && definition.TryGetValue("spec", out var value) && value is GoMap spec
        && spec.TryGetValue("group", out var group)
        && spec.TryGetValue("names", out var names) && names is GoMap named && named.TryGetValue("kind", out var defined)
            ? $"{group}/{defined}"
            : null;
}
