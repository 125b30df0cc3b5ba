using System.Globalization;
using System.Numerics;

namespace GitOps.Cake.Templates.Formatting;

/// <summary>The decimal digits of a positive number: 0.DIGITS * 10^Point, without zeros at the end.</summary>
internal readonly record struct DecimalDigits(string Digits, int Point)
{
    private const int MantissaBits = 52;
    private const int ExponentBias = 1075;

    /// <summary>The fewest digits that read back as the same number.</summary>
    public static DecimalDigits Shortest(double value)
    {
        if (value == 0)
            return new("", 0);

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = mark < 0 ? text : text[..mark];
        var exponent = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var all = dot < 0 ? mantissa : mantissa.Remove(dot, 1);
        var digits = all.TrimStart('0');
        return new(digits.TrimEnd('0'), (dot < 0 ? all.Length : dot) - (all.Length - digits.Length) + exponent);
    }

    /// <summary>All digits of the number that the bits stand for.</summary>
    public static DecimalDigits Exact(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var biased = (int)(bits >> MantissaBits) & 0x7FF;
        var mantissa = new BigInteger(bits & ((1UL << MantissaBits) - 1) | (biased == 0 ? 0 : 1UL << MantissaBits));
        if (mantissa.IsZero)
            return new("", 0);

        var exponent = Math.Max(biased, 1) - ExponentBias;
        var whole = exponent >= 0 ? mantissa << exponent : mantissa * BigInteger.Pow(5, -exponent);
        var digits = whole.ToString(CultureInfo.InvariantCulture);
        return new(digits.TrimEnd('0'), digits.Length - (exponent < 0 ? -exponent : 0));
    }

    /// <summary>Rounds to a count of digits, halves to the even digit.</summary>
    public DecimalDigits Round(int count)
    {
        if (count < 0)
            return new("", 0);
        if (count >= Digits.Length)
            return this;

        var half = Digits[count] - '5';
        var isUp = half > 0 || (half == 0 && (Digits.Length > count + 1 || (count > 0 && (Digits[count - 1] - '0') % 2 == 1)));
        if (!isUp)
            return Trimmed(Digits[..count], Point);

        var nines = Digits.AsSpan(0, count).TrimEnd('9').Length;
        return nines == 0
            ? new("1", Point + 1)
            : new(string.Concat(Digits.AsSpan(0, nines - 1), ((char)(Digits[nines - 1] + 1)).ToString()), Point);
    }

    private static DecimalDigits Trimmed(string digits, int point) =>
        digits.TrimEnd('0') is { Length: > 0 } rest ? new(rest, point) : new("", 0);
}
