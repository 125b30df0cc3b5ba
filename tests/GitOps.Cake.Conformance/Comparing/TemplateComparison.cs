using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Comparing;

/// <summary>Manifests: the same documents in the same order.</summary>
internal static class TemplateComparison
{
    public static IEnumerable<string> Differences(string expected, string given) =>
        YamlDocuments.Differences(YamlDocuments.Read(expected), YamlDocuments.Read(given), Name);

    private static string Name(YamlNode document, int index)
    {
        var map = document as YamlMapping;
        var name = (map?.Find("metadata")?.Value as YamlMapping)?.Find("name")?.Value as YamlScalar;
        return map?.Find("kind")?.Value is YamlScalar kind ? $"{kind.Text} {name?.Text}" : $"document {index + 1}";
    }
}
