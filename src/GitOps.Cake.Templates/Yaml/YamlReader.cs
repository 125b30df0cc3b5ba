namespace GitOps.Cake.Templates.Yaml;

/// <summary>Reads YAML as go-yaml v3 does, helmfile's reader, into nodes that know their places.</summary>
public static class YamlReader
{
    /// <summary>Reads every document of a text.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="options">How it is read; the defaults when null.</param>
    /// <returns>The documents; none for a text of blanks and comments.</returns>
    /// <exception cref="YamlReadException">The text is no YAML, or too large, deep or full of aliases to be read safely.</exception>
    public static IReadOnlyList<YamlNode> ReadAll(string text, YamlReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var documents = new List<YamlNode>();
        var builder = new YamlTreeBuilder(options ?? YamlReadOptions.Default);
        var parser = new YamlParser(YamlSource.Prepare(text, builder.Options), builder);
        while (parser.NextDocument(isFirst: documents.Count == 0))
            documents.Add((YamlNode)parser.Document()!);
        return documents;
    }

    /// <summary>Reads the first document of a text; what follows it, another document or anything else, is not read, as go-yaml has it.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="options">How it is read; the defaults when null.</param>
    /// <returns>The document, or null when there is none.</returns>
    /// <exception cref="YamlReadException">The document is no YAML, or too large, deep or full of aliases to be read safely.</exception>
    public static YamlNode? Read(string text, YamlReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var builder = new YamlTreeBuilder(options ?? YamlReadOptions.Default);
        var parser = new YamlParser(YamlSource.Prepare(text, builder.Options), builder);
        if (!parser.NextDocument(isFirst: true))
            return null;

        var document = (YamlNode)parser.Document()!;
        parser.EndDocument();
        return document;
    }

    /// <summary>Reads the first document of a text as a value of a template.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="options">How it is read; the defaults when null.</param>
    /// <returns>The value; null also when there is no document.</returns>
    /// <exception cref="YamlReadException">The document is no YAML, too large to be read safely, or has keys that values cannot have.</exception>
    public static object? ReadValue(string text, YamlReadOptions? options = null) => Read(text, options)?.ToValue();
}
