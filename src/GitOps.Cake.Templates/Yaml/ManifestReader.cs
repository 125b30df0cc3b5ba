using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>
/// Reads manifests as Kubernetes does (<see cref="YamlDialect.Kubernetes"/>), fast enough for all releases of a plan. Texts that recur, such as keys, are kept
/// and shared, so use one reader for many documents, but not from several threads at once.
/// </summary>
public sealed class ManifestReader
{
    private readonly TextPool pool = new();

    /// <summary>Reads one document.</summary>
    /// <param name="text">The YAML, without document marks.</param>
    /// <param name="file">The name that errors show; null for none.</param>
    /// <param name="firstLine">The line of the file in which the text begins.</param>
    /// <returns>The value, in <see cref="GoMap"/>, <c>List&lt;object?&gt;</c>, <c>string</c>, <c>bool</c>, <c>long</c>, <c>double</c> and null; null also for blanks and comments.</returns>
    /// <exception cref="YamlReadException">The text is no YAML, has a key that JSON cannot have, or is too large, deep or full of aliases to be read safely.</exception>
    public object? Read(ReadOnlyMemory<char> text, string? file = null, int firstLine = 1)
    {
        var options = new YamlReadOptions { File = file, FirstLine = firstLine, Dialect = YamlDialect.Kubernetes };
        return text.Length <= options.MaxLength && BlockYaml.TryRead(text.Span, pool, out var value)
            ? value
            : YamlReader.ReadValue(text.ToString(), options);
    }

    /// <summary>Reads one document of a stream.</summary>
    /// <param name="document">The document.</param>
    /// <param name="file">The name that errors show; the document's own source when null.</param>
    /// <returns>The value, as above.</returns>
    /// <exception cref="YamlReadException">The text is no YAML, has a key that JSON cannot have, or is too large, deep or full of aliases to be read safely.</exception>
    public object? Read(ManifestDocument document, string? file = null) => Read(document.Text, file ?? document.Source, document.Line);
}
