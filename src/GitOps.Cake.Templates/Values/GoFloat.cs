using System.Globalization;

namespace GitOps.Cake.Templates.Values;

/// <summary>Go's texts of floating-point numbers: the shortest digits that read back as the same number.</summary>
public static class GoFloat
{
    /// <summary>The form of <c>%v</c> and of YAML: <c>100000</c>, <c>1e+06</c>, <c>1e-05</c>, <c>-0</c>, <c>+Inf</c>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its text.</returns>
    public static string Print(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";

        var (negative, digits, point) = Decompose(value);
        var exponent = point - 1;
        return (negative ? "-" : "") + (exponent is < -4 or >= 6 ? Scientific(digits, exponent, 2) : Plain(digits, point));
    }

    /// <summary>The form of JSON: an exponent only below 1e-6 and from 1e21 on.</summary>
    /// <param name="value">A finite number.</param>
    /// <returns>Its text.</returns>
    /// <exception cref="GoValueException">The number is infinite or not a number; JSON has no form for these.</exception>
    public static string PrintJson(double value)
    {
        if (!double.IsFinite(value))
            throw new GoValueException($"json: unsupported value: {Print(value)}");

        var (negative, digits, point) = Decompose(value);
        var exponent = point - 1;
        var magnitude = Math.Abs(value);
        var scientific = magnitude is not 0 and (< 1e-6 or >= 1e21);
        return (negative ? "-" : "") + (scientific ? Scientific(digits, exponent, exponent < 0 ? 1 : 2) : Plain(digits, point));
    }

    // value = 0.DIGITS * 10^point, taken from the shortest round-trip text of .NET.
    private static (bool Negative, string Digits, int Point) Decompose(double value)
    {
        if (value == 0)
            return (double.IsNegative(value), "0", 1);

        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = mark < 0 ? text : text[..mark];
        var exponent = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var all = dot < 0 ? mantissa : mantissa.Remove(dot, 1);
        var digits = all.TrimStart('0');
        var point = (dot < 0 ? mantissa.Length : dot) - (all.Length - digits.Length) + exponent;
        return (value < 0, digits.TrimEnd('0'), point);
    }

    private static string Plain(string digits, int point) =>
        point <= 0 ? "0." + new string('0', -point) + digits
        : point >= digits.Length ? digits.PadRight(point, '0')
        : string.Concat(digits.AsSpan(0, point), ".", digits.AsSpan(point));

    private static string Scientific(string digits, int exponent, int width)
    {
        var mantissa = digits.Length == 1 ? digits : string.Concat(digits.AsSpan(0, 1), ".", digits.AsSpan(1));
        var size = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{size}";
    }
}
