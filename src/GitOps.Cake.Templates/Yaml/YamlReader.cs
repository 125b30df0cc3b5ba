namespace GitOps.Cake.Templates.Yaml;

/// <summary>Reads YAML as go-yaml does, into nodes that know their places.</summary>
public static class YamlReader
{
    /// <summary>Reads every document of a text.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="options">How it is read; the defaults when null.</param>
    /// <returns>The documents; none for a text of blanks and comments.</returns>
    /// <exception cref="YamlReadException">The text is no YAML, or too large, deep or full of aliases to be read safely.</exception>
    public static IReadOnlyList<YamlNode> ReadAll(string text, YamlReadOptions? options = null) =>
        [.. new YamlComposer(text, options ?? YamlReadOptions.Default).Documents()];

    /// <summary>Reads the first document of a text; what follows it is not looked at.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="options">How it is read; the defaults when null.</param>
    /// <returns>The document, or null when there is none.</returns>
    /// <exception cref="YamlReadException">The document is no YAML, or too large, deep or full of aliases to be read safely.</exception>
    public static YamlNode? Read(string text, YamlReadOptions? options = null) =>
        new YamlComposer(text, options ?? YamlReadOptions.Default).Documents().FirstOrDefault();

    /// <summary>Reads the first document of a text as a value of a template.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="options">How it is read; the defaults when null.</param>
    /// <returns>The value; null also when there is no document.</returns>
    /// <exception cref="YamlReadException">The document is no YAML, too large to be read safely, or has keys that values cannot have.</exception>
    public static object? ReadValue(string text, YamlReadOptions? options = null) => Read(text, options)?.ToValue();
}
