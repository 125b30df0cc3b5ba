using System.Globalization;

namespace GitOps.Cake.Templates.Formatting;

/// <summary>Go's <c>strconv.FormatFloat</c>; a precision of -1 asks for the fewest digits that read back as the same number.</summary>
internal static class FloatText
{
    // Where %g of the fewest digits turns to an exponent.
    private const int ShortestPrecision = 6;

    public static string Format(double value, char verb, int precision)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";

        var sign = double.IsNegative(value) ? "-" : "";
        var magnitude = Math.Abs(value);
        return sign + verb switch
        {
            'b' => BinaryFloat.Exponent(magnitude),
            'x' => BinaryFloat.Hexadecimal(magnitude, precision),
            'X' => BinaryFloat.Hexadecimal(magnitude, precision).ToUpperInvariant(),
            'e' or 'E' => Scientific(magnitude, verb, precision),
            'f' or 'F' => Fixed(magnitude, precision),
            _ => General(magnitude, (char)(verb - 'g' + 'e'), precision),
        };
    }

    private static string Scientific(double value, char mark, int precision)
    {
        var digits = precision < 0 ? DecimalDigits.Shortest(value) : DecimalDigits.Exact(value).Round(precision + 1);
        return Scientific(digits, mark, precision < 0 ? Math.Max(digits.Digits.Length - 1, 0) : precision);
    }

    private static string Fixed(double value, int precision)
    {
        var digits = precision < 0 ? DecimalDigits.Shortest(value) : DecimalDigits.Exact(value);
        digits = precision < 0 ? digits : digits.Round(digits.Point + precision);
        return Fixed(digits, precision < 0 ? Math.Max(digits.Digits.Length - digits.Point, 0) : precision);
    }

    private static string General(double value, char mark, int precision)
    {
        var isShortest = precision < 0;
        precision = precision == 0 ? 1 : precision;
        var digits = isShortest ? DecimalDigits.Shortest(value) : DecimalDigits.Exact(value).Round(precision);
        var count = digits.Digits.Length;
        var turn = isShortest ? ShortestPrecision : precision > count && count >= digits.Point ? count : precision;
        var exponent = digits.Point - 1;
        if (exponent < -4 || exponent >= turn)
            return Scientific(digits, mark, Math.Max((isShortest ? count : Math.Min(precision, count)) - 1, 0));
        return Fixed(digits, Math.Max(count - digits.Point, 0));
    }

    private static string Scientific(DecimalDigits digits, char mark, int precision)
    {
        var padded = digits.Digits.PadRight(precision + 1, '0');
        var exponent = digits.Digits.Length == 0 ? 0 : digits.Point - 1;
        var mantissa = precision > 0 ? $"{padded[0]}.{padded.AsSpan(1, precision)}" : padded[..1];
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}{mark}{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    private static string Fixed(DecimalDigits digits, int precision)
    {
        var (text, point) = digits;
        var whole = point > 0 ? text.PadRight(point, '0')[..point] : "0";
        if (precision == 0)
            return whole;

        var zeros = Math.Min(Math.Max(-point, 0), precision);
        var rest = point >= text.Length ? "" : text[Math.Max(point, 0)..];
        return $"{whole}.{(new string('0', zeros) + rest).PadRight(precision, '0')}";
    }
}
