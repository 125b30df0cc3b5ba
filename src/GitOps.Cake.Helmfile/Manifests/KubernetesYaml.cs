using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>Reads YAML as helm and Kubernetes do.</summary>
internal static class KubernetesYaml
{
    private static readonly YamlReadOptions Rules = new() { Dialect = YamlDialect.Kubernetes };

    /// <summary>The value of a document; null for one of blanks and comments.</summary>
    /// <exception cref="YamlReadException">The text is no YAML.</exception>
    public static object? Parse(string document) => YamlReader.ReadValue(document, Rules);

    /// <summary>The value of a document whose root is a map; null for any other.</summary>
    /// <exception cref="YamlReadException">The text is no YAML.</exception>
    public static GoMap? ParseMap(string document) => Parse(document) as GoMap;

    /// <summary>Cuts a stream into the texts of its documents; those of blanks alone are left out.</summary>
    public static IEnumerable<string> Split(string stream)
    {
        var start = 0;
        for (var line = 0; line <= stream.Length;)
        {
            var end = stream.IndexOf('\n', line);
            end = end < 0 ? stream.Length : end;
            if (IsSeparator(stream.AsSpan(line, end - line)))
            {
                if (Document(stream, start, line) is { } document)
                    yield return document;

                start = end;
            }

            line = end + 1;
        }

        if (Document(stream, start, stream.Length) is { } last)
            yield return last;
    }

    private static bool IsSeparator(ReadOnlySpan<char> line) => line is ['-', '-', '-', ..] && line[3..].IsWhiteSpace();

    private static string? Document(string stream, int start, int end)
    {
        var text = stream.AsSpan(Math.Min(start, end), Math.Max(0, end - start)).Trim();
        return text.IsEmpty ? null : text.ToString();
    }
}
