using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.State;

/// <summary>Reads YAML of whatever origin with the errors of state files.</summary>
internal static class StateYaml
{
    /// <summary>The map that a text is; an empty one for a text of blanks and comments.</summary>
    /// <exception cref="StateFileException">The text is no YAML, or no map.</exception>
    public static GoMap ReadMap(string text, string shownFile)
    {
        try
        {
            return YamlReader.Read(text, new() { File = shownFile }) switch
            {
                null or YamlScalar { Value: null } => new GoMap(),
                YamlMapping map => (GoMap)map.ToValue()!,
                var other => throw new StateFileException(At(other.Position), $"a map of values is expected here. The file begins with: {Beginning(text)}"),
            };
        }
        catch (YamlReadException exception)
        {
            throw Invalid(exception);
        }
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
