using System.Text.Json;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>YAML as helmfile and helm read it, as JSON: for the outside's side of the ports, which knows no templates.</summary>
internal static class YamlDocuments
{
    /// <summary>Reads the first document.</summary>
    /// <exception cref="FormatException">The text is no YAML.</exception>
    public static JsonElement Read(string text) => Converted(() => new ManifestReader().Read(text.AsMemory()));

    /// <summary>Reads all documents.</summary>
    /// <exception cref="FormatException">The text is no YAML.</exception>
    public static IReadOnlyList<JsonElement> ReadAll(string text)
    {
        var reader = new ManifestReader();
        return [.. ManifestStream.Split(text).Select(document => Converted(() => reader.Read(document)))];
    }

    private static JsonElement Converted(Func<object?> read)
    {
        try
        {
            return ManifestValues.ToJson(read());
        }
        catch (YamlReadException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }
}
