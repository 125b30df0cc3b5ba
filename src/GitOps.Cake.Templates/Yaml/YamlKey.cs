using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>What a key of a mapping is as a key of a value.</summary>
internal static class YamlKey
{
    /// <summary>The key's text; go-yaml v3 gives values of templates only to maps whose keys are all texts.</summary>
    public static string Text(YamlScalar key) => key.Value as string ?? throw Unusable(key.Position, key.Text, key.Value);

    /// <summary>The text that Go prints for the key's value: <c>16</c> for <c>0x10</c>.</summary>
    public static string Printed(YamlScalar key) => key.Value as string ?? GoPrinter.Print(key.Value);

    public static YamlReadException Unusable(YamlPosition position, string text, object? value) =>
        new(position, $"the key {(text.Length == 0 ? "~" : text)} is {Kind(value)}, and a map's keys have to be texts: write it in quotes");

    private static string Kind(object? value) => value switch
    {
        null => "null",
        bool => "a bool",
        GoTime => "a date",
        double => "a float",
        _ => "an integer",
    };
}
