using System.Text;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>
/// The order in which go-yaml writes keys, made for people: <c>_x "9" "10" A a-b a2 a10 b</c>. Only the first place where two keys differ counts.
/// </summary>
internal sealed class NaturalKeyComparer : IComparer<string>
{
    private NaturalKeyComparer()
    {
    }

    public static NaturalKeyComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var at = x.AsSpan().CommonPrefixLength(y);
        if (at == x.Length || at == y.Length)
            return x.Length - y.Length;
        if (at > 0 && char.IsHighSurrogate(x[at - 1]))
            at--;

        var (left, right) = (RuneAt(x, at), RuneAt(y, at));
        return (Rune.IsLetter(left), Rune.IsLetter(right)) switch
        {
            (true, true) => left.CompareTo(right),
            (false, false) => Digits(x, y, at) is not 0 and var order ? order : left.CompareTo(right),
            // A letter goes behind other characters, but "a1b" goes before "a12": a run of digits that ends here is the shorter number.
            var (letterLeft, _) => letterLeft == (at > 0 && char.IsDigit(x[at - 1])) ? -1 : 1,
        };
    }

    private static int Digits(string x, string y, int at)
    {
        // A zero that follows another digit is part of a number, so it must not vanish as a leading zero would.
        var carried = (x[at] == '0' || y[at] == '0') && FollowsNonZeroDigit(x, at) ? 1L : 0;
        var (left, leftEnd) = Number(x, at, carried);
        var (right, rightEnd) = Number(y, at, carried);
        return left != right ? left.CompareTo(right) : leftEnd.CompareTo(rightEnd);
    }

    private static bool FollowsNonZeroDigit(string text, int at)
    {
        for (var index = at - 1; index >= 0 && char.IsDigit(text[index]); index--)
        {
            if (text[index] != '0')
                return true;
        }

        return false;
    }

    private static (long Number, int End) Number(string text, int at, long number)
    {
        for (; at < text.Length && char.IsDigit(text[at]); at++)
            number = unchecked(number * 10 + (text[at] - '0'));
        return (number, at);
    }

    private static Rune RuneAt(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;
}
