using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>
/// Values that are secret wherever they turn up: decrypted ones, and those that references led to. A ConfigMap, an
/// environment variable or an annotation that holds one shows as little of it as a Secret does.
/// </summary>
/// <remarks>
/// A value of less than four characters, or a number of less than six digits, is left alone outside of Secrets: it stands in
/// every second line, and hiding it there would hide nothing. So are <c>true</c>, <c>false</c> and <c>null</c>.
/// </remarks>
internal sealed class KnownSecrets
{
    private const int Shortest = 4;
    private const int ShortestNumber = 6;

    private readonly ImmutableHashSet<string> _values;
    private readonly Lazy<(SearchValues<string> Any, ILookup<char, string> ByFirst)> _search;

    public KnownSecrets(IEnumerable<Secret> secrets)
        : this([.. secrets.Select(secret => secret.Reveal()).Where(IsTelling)])
    {
    }

    private KnownSecrets(ImmutableHashSet<string> values)
    {
        _values = values;
        _search = new(() => Index(values));
    }

    public static KnownSecrets None { get; } = new(Enumerable.Empty<Secret>());

    public bool IsEmpty => _values.IsEmpty;

    /// <summary>These and more.</summary>
    public KnownSecrets And(IEnumerable<string> more)
    {
        var all = _values.Union(more.Where(IsTelling));
        return all.Count == _values.Count ? this : new(all);
    }

    public bool AreIn(ReadOnlySpan<char> text) => !IsEmpty && text.IndexOfAny(_search.Value.Any) >= 0;

    public string Redact(string text)
    {
        if (!AreIn(text))
            return text;

        var (any, byFirst) = _search.Value;
        var shown = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOfAny(any) is >= 0 and var at)
        {
            shown.Append(rest[..at]).Append(Secret.Mask);
            rest = rest[(at + LongestAt(rest[at..], byFirst))..];
        }

        return shown.Append(rest).ToString();
    }

    /// <summary>Whether a value is worth hiding, see above.</summary>
    private static bool IsTelling(string value) =>
        value.Length >= Shortest && value is not ("true" or "false" or "null" or "True" or "False")
        && (value.Length >= ShortestNumber || !value.All(char.IsAsciiDigit));

    private static int LongestAt(ReadOnlySpan<char> text, ILookup<char, string> byFirst)
    {
        foreach (var form in byFirst[text[0]])
        {
            if (text.StartsWith(form, StringComparison.Ordinal))
                return form.Length;
        }

        return 1;
    }

    private static (SearchValues<string> Any, ILookup<char, string> ByFirst) Index(ImmutableHashSet<string> values)
    {
        string[] forms = [.. values.SelectMany(SecretForms.Of).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];
        return (SearchValues.Create(forms, StringComparison.Ordinal), forms.ToLookup(form => form[0]));
    }
}
