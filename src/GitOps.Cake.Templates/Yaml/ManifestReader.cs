using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>
/// Reads manifests as helm and Kubernetes do (go-yaml v2, then JSON): numbers are <c>long</c> where they fit, else <c>double</c> (<c>1.0</c> is 1), dates are texts,
/// <c>yes no on off y n</c> are bools, keys become texts, the last of a repeated key wins. Texts that recur, such as keys, are kept and shared, so use one reader for many documents, but not from several threads at once.
/// </summary>
public sealed class ManifestReader
{
    private readonly TextPool _pool = new();

    /// <summary>Reads one document.</summary>
    /// <param name="text">The YAML, without document marks.</param>
    /// <param name="file">The name that errors show; null for none.</param>
    /// <param name="firstLine">The line of the file in which the text begins.</param>
    /// <returns>The value, in <see cref="GoMap"/>, <c>List&lt;object?&gt;</c>, <c>string</c>, <c>bool</c>, <c>long</c>, <c>double</c> and null; null also for blanks and comments.</returns>
    /// <exception cref="YamlReadException">The text is no YAML, has a key that JSON cannot have, or is too large, deep or full of aliases to be read safely.</exception>
    public object? Read(ReadOnlyMemory<char> text, string? file = null, int firstLine = 1)
    {
        var options = new YamlReadOptions { File = file, FirstLine = firstLine };
        var parser = new YamlParser(YamlSource.Prepare(text.Span, options), new ManifestBuilder(options, _pool));
        if (!parser.NextDocument(isFirst: true))
            return null;

        var document = parser.Document();
        parser.EndDocument();
        return document;
    }

    /// <summary>Reads one document of a stream.</summary>
    /// <param name="document">The document.</param>
    /// <param name="file">The name that errors show; the document's own source when null.</param>
    /// <returns>The value, as above.</returns>
    /// <exception cref="YamlReadException">The text is no YAML, has a key that JSON cannot have, or is too large, deep or full of aliases to be read safely.</exception>
    public object? Read(ManifestDocument document, string? file = null) => Read(document.Text, file ?? document.Source, document.Line);
}
