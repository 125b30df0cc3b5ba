namespace GitOps.Cake.Templates.Values;

/// <summary>
/// Compares texts by their UTF-8 bytes, the order in which Go sorts map keys and texts.
/// It differs from <see cref="StringComparer.Ordinal"/> only for characters beyond U+FFFF.
/// </summary>
public sealed class Utf8Comparer : IComparer<string>
{
    private Utf8Comparer()
    {
    }

    /// <summary>The comparer; it has no state.</summary>
    public static Utf8Comparer Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);

        var common = x.AsSpan().CommonPrefixLength(y);
        return common == x.Length || common == y.Length
            ? x.Length - y.Length
            : Rank(x[common]) - Rank(y[common]);
    }

    // Halves of a surrogate pair stand for characters above every other UTF-16 unit.
    private static int Rank(char unit) => unit switch
    {
        >= '\uE000' => unit - 0x800,
        >= '\uD800' => unit + 0x2000,
        _ => unit,
    };
}
