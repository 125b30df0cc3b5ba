namespace GitOps.Cake.Tooling;

/// <summary>One line per option: null, false and empty mean that it was not given.</summary>
internal static class Args
{
    public static IEnumerable<Argument> Switch(string name, bool given) => given ? [name] : [];

    public static IEnumerable<Argument> Option(string name, string? value) =>
        string.IsNullOrEmpty(value) ? [] : [name, value];

    public static IEnumerable<Argument> Each(string name, IEnumerable<string> values) =>
        values.SelectMany(value => new Argument[] { name, value });

    /// <summary>Words that somebody else wrote: what follows an option that carries a secret is hidden.</summary>
    public static IEnumerable<Argument> Words(IEnumerable<string> words)
    {
        var hide = false;
        foreach (var word in words)
        {
            yield return hide ? Hidden("", word) : Inline(word);
            hide = CarriesSecret(word) && !word.Contains('=', StringComparison.Ordinal);
        }
    }

    private static Argument Inline(string word) =>
        word.IndexOf('=', StringComparison.Ordinal) is var equals and > 0 && CarriesSecret(word[..equals])
            ? Hidden(word[..(equals + 1)], word[(equals + 1)..])
            : word;

    /// <summary>Of <c>name=value</c> the name stays readable.</summary>
    private static Argument Hidden(string prefix, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return new(prefix + text[..(equals + 1)], new Secret(text[(equals + 1)..]));
    }

    private static bool CarriesSecret(string option) =>
        option.StartsWith("--set", StringComparison.Ordinal)
        || option is "--password" or "--token" or "--kube-token";
}
