using System.Collections.Immutable;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Comparing;

/// <summary>State files that were put together: some of their keys, without what belongs to a machine.</summary>
internal static class BuildComparison
{
    private static readonly ImmutableArray<string> Compared = ["environments", "repositories", "helmDefaults", "releases", "templates", "commonLabels"];

    public static IEnumerable<string> Differences(string expected, string given)
    {
        var (before, after) = (YamlDocuments.Read(expected), YamlDocuments.Read(given));
        if (before.Count != after.Count)
            yield return $"{after.Count} state files instead of {before.Count}";

        for (var index = 0; index < Math.Min(before.Count, after.Count); index++)
        {
            var file = before.Count > 1 ? $"state file {index + 1}: " : "";
            foreach (var difference in Compared.Select(key => Difference(key, before[index], after[index])).OfType<string>())
                yield return $"{file}{difference}";
        }
    }

    private static string? Difference(string key, YamlNode expected, YamlNode given)
    {
        var (before, after) = (Member(expected, key), Member(given, key));
        return key == "releases" && before is YamlSequence wanted && after is YamlSequence built
            ? ReleaseDifference(wanted, built)
            : DataDifference.First(before, after, key);
    }

    private static string? ReleaseDifference(YamlSequence expected, YamlSequence given) => expected.Items.Length != given.Items.Length
        ? $"releases: {given.Items.Length} instead of {expected.Items.Length}"
        : expected.Items.Zip(given.Items).Select((pair, index) => RowDifference(pair.First, pair.Second, $"releases[{index}]")).FirstOrDefault(difference => difference is not null);

    // chartPath tells where a chart lies on the machine.
    private static string? RowDifference(YamlNode expected, YamlNode given, string path)
    {
        if (expected is not YamlMapping before || given is not YamlMapping after)
            return DataDifference.First(expected, given, path);

        foreach (var key in before.Entries.Concat(after.Entries).Select(entry => entry.Key).Where(key => key != "chartPath").Distinct(StringComparer.Ordinal))
        {
            if (before.Find(key) is not { } wanted)
                return $"{path}: {key} is too much";
            if (after.Find(key) is not { } built)
                return $"{path}: {key} is missing";
            if (DataDifference.First(wanted.Value, built.Value, $"{path}.{key}") is { } difference)
                return difference;
        }

        return null;
    }

    private static YamlNode? Member(YamlNode document, string key) => (document as YamlMapping)?.Find(key)?.Value;
}
