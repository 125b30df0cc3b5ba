using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Values.References;

/// <summary>A reference to a value that is kept elsewhere, as in <c>file://secrets/db.yaml#/password</c>.</summary>
/// <param name="Text">The reference without <c>ref+</c>.</param>
/// <param name="Provider">What keeps it.</param>
/// <param name="Path">Where it is kept.</param>
/// <param name="Keys">The keys that lead to it within a document; none for the whole.</param>
/// <param name="Parameters">What the provider is told beside the path.</param>
internal sealed record Reference(
    string Text, string Provider, string Path, ImmutableArray<string> Keys, ImmutableDictionary<string, string> Parameters)
{
    public static Reference Parse(string text)
    {
        var (provider, rest) = Cut(text, "://");
        var (address, fragment) = Cut(rest, "#");
        var (path, query) = Cut(address, "?");
        fragment = Uri.UnescapeDataString(fragment).TrimStart('#');
        fragment = fragment.StartsWith('/') ? fragment[1..] : fragment;
        return new(text, provider, Uri.UnescapeDataString(path), fragment.Length == 0 ? [] : [.. fragment.Split('/')], Pairs(query));
    }

    /// <summary>The document that the keys lead through.</summary>
    public string Document => Cut(Text, "#").Before;

    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);

    private static ImmutableDictionary<string, string> Pairs(string query) => query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => Cut(pair, "="))
        .GroupBy(pair => Decoded(pair.Before), pair => Decoded(pair.After), StringComparer.Ordinal)
        .ToImmutableDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static (string Before, string After) Cut(string text, string separator) => text.IndexOf(separator, StringComparison.Ordinal) switch
    {
        < 0 => (text, ""),
        var at => (text[..at], text[(at + separator.Length)..]),
    };
}
