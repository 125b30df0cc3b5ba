using System.Globalization;
using System.Numerics;

namespace GitOps.Cake.Templates.Formatting;

/// <summary>Floats by their bits: <c>%b</c> and <c>%x</c>.</summary>
internal static class BinaryFloat
{
    private const int MantissaBits = 52;
    private const int Bias = 1023;

    /// <summary>The whole mantissa and a power of two: <c>4503599627370496p-52</c>.</summary>
    public static string Exponent(double value)
    {
        var (mantissa, exponent) = Split(value);
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}p{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}");
    }

    /// <summary>One digit before the point: <c>0x1.8p+01</c>.</summary>
    public static string Hexadecimal(double value, int precision)
    {
        var (mantissa, exponent) = Split(value);
        if (mantissa == 0)
            return "0x0" + (precision > 0 ? "." + new string('0', precision) : "") + "p+00";

        // Shift the leading one in front of the point, with room for rounding up.
        var shift = BitOperations.LeadingZeroCount(mantissa) - (63 - MantissaBits);
        mantissa <<= shift;
        exponent += MantissaBits - shift;
        if (precision is >= 0 and < MantissaBits / 4)
            mantissa = Round(mantissa, MantissaBits - precision * 4);
        if (mantissa >= 2UL << MantissaBits)
        {
            mantissa >>= 1;
            exponent++;
        }

        var digits = (mantissa & ((1UL << MantissaBits) - 1)).ToString("x13", CultureInfo.InvariantCulture);
        digits = precision < 0 ? digits.TrimEnd('0') : digits.PadRight(precision, '0')[..precision];
        return string.Create(CultureInfo.InvariantCulture, $"0x1{(digits.Length > 0 ? "." : "")}{digits}p{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    private static ulong Round(ulong mantissa, int dropped)
    {
        var rest = mantissa & ((1UL << dropped) - 1);
        var kept = mantissa >> dropped;
        var half = 1UL << (dropped - 1);
        return (kept + (rest > half || (rest == half && kept % 2 == 1) ? 1UL : 0)) << dropped;
    }

    private static (ulong Mantissa, int Exponent) Split(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var biased = (int)(bits >> MantissaBits) & 0x7FF;
        var mantissa = bits & ((1UL << MantissaBits) - 1);
        return biased == 0 ? (mantissa, 1 - Bias - MantissaBits) : (mantissa | (1UL << MantissaBits), biased - Bias - MantissaBits);
    }
}
