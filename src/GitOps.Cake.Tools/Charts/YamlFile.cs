using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GitOps.Cake.Charts;

/// <summary>YAML of charts, read and written so that every scalar keeps its very text.</summary>
internal static class YamlFile
{
    /// <summary>The map that a file is; an empty one for a file without content.</summary>
    /// <exception cref="GitOpsException">The file cannot be read, or is no YAML.</exception>
    public static YamlMappingNode ReadMap(string file)
    {
        try
        {
            return ReadMapText(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is YamlException or IOException or UnauthorizedAccessException)
        {
            throw new GitOpsException($"{file} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The map that a text is; an empty one for a text without content.</summary>
    /// <exception cref="YamlException">The text is no YAML.</exception>
    public static YamlMappingNode ReadMapText(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? root : [];
    }

    /// <summary>A map as text.</summary>
    public static string Write(YamlMappingNode map)
    {
        using var text = new StringWriter();
        new YamlStream(new YamlDocument(map)).Save(text, assignAnchors: false);
        return text.ToString();
    }

    /// <summary>A text of a map; empty where it is absent or none.</summary>
    public static string Text(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(key, out var node) && node is YamlScalarNode { Value: { } value } ? value : "";

    /// <summary>The maps of a list; none where it is absent.</summary>
    public static IEnumerable<YamlMappingNode> Maps(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(key, out var node) && node is YamlSequenceNode list ? list.OfType<YamlMappingNode>() : [];

    /// <summary>A scalar that is a text whatever it looks like.</summary>
    public static YamlScalarNode Quoted(string text) => new(text) { Style = ScalarStyle.DoubleQuoted };
}
