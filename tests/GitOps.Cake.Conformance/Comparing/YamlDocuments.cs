using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Comparing;

/// <summary>The documents of a text, without empty ones.</summary>
internal static class YamlDocuments
{
    public static List<YamlNode> Read(string text) => [.. YamlReader.ReadAll(text).Where(document => document is not YamlScalar { Value: null })];

    /// <summary>Compares documents one by one.</summary>
    /// <param name="expected">The recorded ones.</param>
    /// <param name="given">The engine's.</param>
    /// <param name="name">What a document is called.</param>
    public static IEnumerable<string> Differences(List<YamlNode> expected, List<YamlNode> given, Func<YamlNode, int, string> name)
    {
        if (expected.Count != given.Count)
            yield return $"{given.Count} documents instead of {expected.Count}";

        for (var index = 0; index < Math.Min(expected.Count, given.Count); index++)
        {
            if (DataDifference.First(expected[index], given[index]) is { } difference)
                yield return $"{name(expected[index], index)}: {difference}";
        }
    }
}
