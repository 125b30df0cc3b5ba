using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace GitOps.Cake.Templates.Texts;

/// <summary>Reads floating-point numbers as Go's <c>strconv.ParseFloat</c> does.</summary>
internal static class GoFloatReader
{
    private static readonly SearchValues<char> MantissaCharacters = SearchValues.Create("0123456789.");

    /// <summary>Whether the text is a number that float64 can hold: <c>1e3</c>, <c>.5</c>, <c>0x1p4</c>, <c>inf</c>, <c>nan</c>; not <c>1e999</c>.</summary>
    public static bool TryParse(string text, out double value)
    {
        value = 0;
        if (TrySpecial(text, out value))
            return true;
        if (text.Contains('_', StringComparison.Ordinal))
        {
            if (!GoNumber.UnderscoresFit(text))
                return false;
            text = text.Replace("_", "", StringComparison.Ordinal);
        }

        var digits = text.AsSpan(text is ['-' or '+', ..] ? 1 : 0);
        var read = digits is ['0', 'x' or 'X', ..]
            ? TryHexadecimal(digits[2..], out value)
            : IsDecimal(digits) && double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);
        if (!read || double.IsInfinity(value))
            return false;

        value = text[0] == '-' ? -value : value;
        return true;
    }

    private static bool TrySpecial(string text, out double value)
    {
        var word = text.AsSpan(text is ['-' or '+', ..] ? 1 : 0);
        var infinite = word.Equals("inf", StringComparison.OrdinalIgnoreCase) || word.Equals("infinity", StringComparison.OrdinalIgnoreCase);
        value = infinite ? text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity : double.NaN;
        return infinite || text.Equals("nan", StringComparison.OrdinalIgnoreCase);
    }

    // Digits with at most one point among or beside them, then perhaps an exponent with digits.
    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        var mark = text.IndexOfAny('e', 'E');
        var mantissa = mark < 0 ? text : text[..mark];
        var exponent = mark < 0 ? "0" : text[(mark + 1)..];
        if (exponent is ['-' or '+', ..])
            exponent = exponent[1..];
        return mantissa.Count('.') <= 1 && mantissa.ContainsAnyInRange('0', '9') && !mantissa.ContainsAnyExcept(MantissaCharacters)
            && !exponent.IsEmpty && !exponent.ContainsAnyExceptInRange('0', '9');
    }

    private static bool TryHexadecimal(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        var mark = text.IndexOfAny('p', 'P');
        if (mark < 0 || !int.TryParse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
            return false;

        BigInteger mantissa = 0;
        var digits = 0;
        var point = -1;
        foreach (var unit in text[..mark])
        {
            if (unit == '.' && point < 0)
                point = digits;
            else if (char.IsAsciiHexDigit(unit))
            {
                mantissa = mantissa * 16 + GoNumber.DigitOf(unit);
                digits++;
            }
            else
                return false;
        }

        if (digits == 0)
            return false;

        value = Scale(mantissa, exponent - 4 * (point < 0 ? 0 : digits - point));
        return true;
    }

    // mantissa * 2^exponent, rounded once.
    private static double Scale(BigInteger mantissa, int exponent)
    {
        if (mantissa.IsZero || exponent < -5000)
            return 0;
        if (exponent > 5000)
            return double.PositiveInfinity;
        if (exponent >= 0)
            return (double)(mantissa << exponent);
        return BigRatio.ToDouble(mantissa, BigInteger.One << -exponent);
    }
}
