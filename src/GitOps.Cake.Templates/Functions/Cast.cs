using GitOps.Cake.Templates.Texts;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions;

/// <summary>Turns values of any kind into numbers; what cannot be one is 0.</summary>
internal static class Cast
{
    public static long ToInteger(object? value) => value switch
    {
        nint number => number,
        long number => number,
        int number => number,
        ulong number => (long)number,
        uint number => number,
        byte number => number,
        double number => Truncate(number),
        bool flag => flag ? 1 : 0,
        string text => GoNumber.TryParse(WithoutZeroFraction(text), 0, out var number) ? number : 0,
        IGoNamedValue { Plain: nint or long } named => ToInteger(named.Plain),
        _ => 0,
    };

    public static double ToFloat(object? value) => value switch
    {
        double number => number,
        string text => GoFloatReader.TryParse(text, out var number) ? number : 0,
        ulong number => number,
        _ => ToInteger(value),
    };

    // What does not fit is the smallest number, as the processor's conversion has it.
    private static long Truncate(double number) =>
        number is >= -9223372036854775808.0 and < 9223372036854775808.0 ? (long)number : long.MinValue;

    // "3.00" counts as 3.
    private static ReadOnlySpan<char> WithoutZeroFraction(string text)
    {
        var rest = text.AsSpan().TrimEnd('0');
        return rest.Length < text.Length && rest is [.., '.'] ? rest[..^1] : text;
    }
}
