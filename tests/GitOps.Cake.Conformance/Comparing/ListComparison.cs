using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Comparing;

/// <summary>Rows of a list as JSON; nothing at all is a list without rows.</summary>
internal static class ListComparison
{
    public static IEnumerable<string> Differences(string expected, string given) =>
        Rows(expected) is var before && Rows(given) is var after && before is null && after is null ? []
        : DataDifference.First(before, after) is { } difference ? [difference] : [];

    private static YamlNode? Rows(string text) => YamlReader.Read(text) switch
    {
        YamlSequence { Items.IsEmpty: true } or YamlScalar { Value: null } => null,
        var rows => rows,
    };
}
