using System.Buffers;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Dates;

/// <summary>Reads durations such as <c>1h30m</c>, <c>-1.5s</c> or <c>20ms</c>.</summary>
internal static class DurationReader
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create(".0123456789");

    // One above the largest count, which only a negative duration may have.
    private const ulong Limit = 1UL << 63;

    /// <exception cref="TemplateFunctionException">The text is no duration.</exception>
    public static GoDuration Read(string text)
    {
        var rest = text.AsSpan(text is ['-' or '+', ..] ? 1 : 0);
        if (rest is "0")
            return new(0);
        if (rest.IsEmpty)
            throw Invalid(text);

        ulong sum = 0;
        while (!rest.IsEmpty)
        {
            var part = ReadPart(text, ref rest);
            if (part > Limit || (sum += part) > Limit)
                throw Invalid(text);
        }

        if (text[0] == '-')
            return new(unchecked(-(long)sum));
        return sum < Limit ? new((long)sum) : throw Invalid(text);
    }

    private static ulong ReadPart(string text, ref ReadOnlySpan<char> rest)
    {
        var whole = TakeDigits(ref rest);
        var fraction = "";
        if (rest is ['.', ..])
        {
            rest = rest[1..];
            fraction = TakeDigits(ref rest);
            if (whole.Length + fraction.Length == 0)
                throw Invalid(text);
        }
        else if (whole.Length == 0)
            throw Invalid(text);

        var end = rest.IndexOfAny(NumberCharacters) is >= 0 and var next ? next : rest.Length;
        if (end == 0)
            throw new TemplateFunctionException($"time: missing unit in duration {DateQuote.Quote(text)}");

        var unit = Unit(rest[..end])
            ?? throw new TemplateFunctionException($"time: unknown unit {DateQuote.Quote(rest[..end])} in duration {DateQuote.Quote(text)}");
        rest = rest[end..];

        var number = 0UL;
        if (whole.Length > 0 && !GoNumber.TryParseUnsigned(whole, 10, out number))
            throw Invalid(text);
        if (number > Limit / unit)
            throw Invalid(text);
        return number * unit + Fraction(fraction, unit);
    }

    // Digits beyond what a number can hold change nothing.
    private static ulong Fraction(string digits, ulong unit)
    {
        const int most = 18;
        var kept = digits.Length > most ? digits[..most] : digits;
        return GoNumber.TryParseUnsigned(kept, 10, out var number) ? (ulong)(number * (unit / Math.Pow(10, kept.Length))) : 0;
    }

    private static string TakeDigits(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAnyExceptInRange('0', '9') is >= 0 and var next ? next : rest.Length;
        var digits = rest[..end].ToString();
        rest = rest[end..];
        return digits;
    }

    private static ulong? Unit(ReadOnlySpan<char> name) => name switch
    {
        "ns" => 1,
        "us" or "µs" or "μs" => 1_000,
        "ms" => 1_000_000,
        "s" => 1_000_000_000,
        "m" => 60_000_000_000,
        "h" => 3_600_000_000_000,
        _ => null,
    };

    private static TemplateFunctionException Invalid(string text) => new($"time: invalid duration {DateQuote.Quote(text)}");
}
