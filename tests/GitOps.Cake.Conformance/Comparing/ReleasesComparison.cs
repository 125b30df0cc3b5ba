using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Comparing;

/// <summary>The releases of the cluster, by namespace and name: chart, revision, status and values.</summary>
internal static class ReleasesComparison
{
    public static IEnumerable<string> Differences(YamlNode? expected, YamlNode? given)
    {
        var (before, after) = (ByName(expected), ByName(given));
        foreach (var (name, release) in before)
        {
            if (!after.Remove(name, out var other))
                yield return $"release {name} is not in the cluster";
            else if (DataDifference.First(release, other) is { } difference)
                yield return $"release {name} in the cluster: {difference}";
        }

        foreach (var name in after.Keys)
            yield return $"release {name} is in the cluster";
    }

    private static SortedDictionary<string, YamlNode> ByName(YamlNode? releases) => new(
        (releases as YamlSequence)?.Items.OfType<YamlMapping>().ToDictionary(release => $"{Text(release, "namespace")}/{Text(release, "name")}", YamlNode (release) => release) ?? [],
        StringComparer.Ordinal);

    private static string Text(YamlMapping release, string key) => (release.Find(key)?.Value as YamlScalar)?.Text ?? "";
}
