using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GitOps.Cake.Charts.Changes;

/// <summary>Writes a namespace into the objects of a YAML stream that name none; not a letter of the rest changes.</summary>
internal static class NamespaceInsertion
{
    /// <exception cref="GitOpsException">The text is no YAML.</exception>
    public static string Into(string text, string @namespace, string file)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            throw new GitOpsException($"{file} is no YAML, so no namespace can be written into it: {exception.Message}", exception);
        }

        var result = new StringBuilder(text);
        foreach (var metadata in stream.Documents.Select(document => document.RootNode).OfType<YamlMappingNode>().Select(Metadata).OfType<YamlMappingNode>().Reverse())
        {
            if (metadata.Children.Count > 0 && !metadata.Children.ContainsKey("namespace"))
                Insert(result, metadata, @namespace);
        }

        return result.ToString();
    }

    private static YamlNode? Metadata(YamlMappingNode root) => root.Children.TryGetValue("metadata", out var metadata) ? metadata : null;

    private static void Insert(StringBuilder text, YamlMappingNode metadata, string @namespace)
    {
        var first = metadata.Children.First().Key.Start;
        var entry = $"namespace: \"{@namespace}\"";
        text.Insert((int)first.Index, metadata.Style == YamlDotNet.Core.Events.MappingStyle.Flow ? $"{entry}, " : $"{entry}\n{new string(' ', (int)first.Column - 1)}");
    }
}
