using System.Collections.Immutable;
using System.Globalization;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Cases;

/// <summary>Reads the members of a case: words are taken as they are written, so that <c>-3</c>, <c>1.10</c> and <c>on</c> stay what they are.</summary>
internal static class CaseNodes
{
    public static YamlNode? Member(YamlMapping map, string key) =>
        map.Find(key)?.Value is { } value and not YamlScalar { Value: null, IsQuoted: false } ? value : null;

    public static string Text(YamlNode node) => node is YamlScalar scalar
        ? scalar.Text
        : throw new CaseFormatException($"line {node.Position.Line}: a word is expected.");

    /// <summary>A list of words, or a single one.</summary>
    public static ImmutableArray<string> Words(YamlNode? node) => node switch
    {
        null => [],
        YamlSequence list => [.. list.Items.Select(Text)],
        _ => [Text(node)],
    };

    /// <summary>One call, or a list of calls.</summary>
    public static ImmutableArray<ImmutableArray<string>> Calls(YamlNode? node) => node switch
    {
        null => [],
        YamlSequence list when list.Items.All(item => item is YamlSequence) => [.. list.Items.Select(Words)],
        _ => [Words(node)],
    };

    public static ImmutableArray<(string Name, string Value)> Pairs(YamlNode? node) => node switch
    {
        null => [],
        YamlMapping map => [.. map.Entries.Select(entry => (entry.Key, Text(entry.Value)))],
        _ => throw new CaseFormatException($"line {node.Position.Line}: a map of texts is expected."),
    };

    public static int Number(YamlNode node) => int.TryParse(Text(node), CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new CaseFormatException($"line {node.Position.Line}: \"{Text(node)}\" is no number.");
}
