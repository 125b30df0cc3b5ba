using System.Text.RegularExpressions;

namespace GitOps.Cake.Conformance.Comparing;

/// <summary>Values files: the same ones with the same content. A hash in the name of a folder counts as one, whatever it is.</summary>
internal static partial class ValuesComparison
{
    public static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> written)
    {
        var given = written.ToDictionary(file => Hash().Replace(file.Key, "$$HASH"), file => file.Value, StringComparer.Ordinal);
        foreach (var (path, content) in expected)
        {
            if (!given.Remove(path, out var other))
                yield return $"{path} was not written";
            else if (YamlDocuments.Differences(YamlDocuments.Read(content), YamlDocuments.Read(other), (_, _) => path).FirstOrDefault() is { } difference)
                yield return difference;
        }

        foreach (var path in given.Keys)
            yield return $"{path} was written";
    }

    [GeneratedRegex("[0-9a-f]{8,}")]
    private static partial Regex Hash();
}
