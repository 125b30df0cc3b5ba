using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.State;

/// <summary>Reads YAML of whatever origin with the errors of state files.</summary>
internal static class StateYaml
{
    /// <summary>The map that a text is, for a chart; an empty one for a text of blanks and comments.</summary>
    /// <exception cref="StateFileException">The text is no YAML, or no map.</exception>
    public static GoMap ReadMap(string text, string shownFile) => ReadMap(text, shownFile, static node => node.ToPrintedValue());

    /// <summary>The map of state values that a text is: templates see them, so below its top every key has to be a text.</summary>
    /// <exception cref="StateFileException">The text is no YAML, or no such map.</exception>
    public static GoMap ReadStateValues(string text, string shownFile) => ReadMap(text, shownFile, static node => node.ToValue());

    private static GoMap ReadMap(string text, string shownFile, Func<YamlNode, object?> valueOf)
    {
        try
        {
            return YamlReader.Read(text, new() { File = shownFile }) switch
            {
                null or YamlScalar { Value: null } => new GoMap(),
                YamlMapping map => Values(map, valueOf),
                var other => throw new StateFileException(At(other.Position), $"a map of values is expected here. The file begins with: {Beginning(text)}"),
            };
        }
        catch (YamlReadException exception)
        {
            throw Invalid(exception);
        }
    }

    // As with Go, which decodes into a map of texts: at the top a key is its text as written, and nothing is kept under null.
    private static GoMap Values(YamlMapping map, Func<YamlNode, object?> valueOf)
    {
        var values = new GoMap(map.Entries.Length);
        foreach (var entry in map.Entries.Where(entry => entry.KeyNode.Value is not null))
            values[entry.Key] = valueOf(entry.Value);
        return values;
    }

    /// <summary>The place as it stands in the YAML itself.</summary>
    public static SourcePosition At(YamlPosition position) => new(position.File ?? "", position.Line, position.Column);

    public static StateFileException Invalid(YamlReadException exception) =>
        new(At(exception.Position), $"invalid YAML: {exception.Problem}.", exception);

    private static string Beginning(string text)
    {
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOf('\n');
        return (end < 0 ? line : line[..end])[..Math.Min(end < 0 ? line.Length : end, 80)].ToString();
    }
}
