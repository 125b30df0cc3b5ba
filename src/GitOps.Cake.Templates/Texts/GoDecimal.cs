using System.Numerics;
using GitOps.Cake.Templates.Formatting;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Texts;

/// <summary>A decimal number without rounding: Value * 10^Exponent.</summary>
internal readonly record struct GoDecimal(BigInteger Value, int Exponent)
{
    private const int DivisionPlaces = 16;

    // Beyond these, a float64 is infinite or zero.
    private const int LargestExponent = 400;

    public static GoDecimal From(double number)
    {
        if (!double.IsFinite(number))
            throw new TemplateFunctionException($"Cannot create a Decimal from {GoFloat.Print(number)}");

        var digits = DecimalDigits.Shortest(Math.Abs(number));
        if (digits.Digits.Length == 0)
            return default;

        var value = BigInteger.Parse(digits.Digits, System.Globalization.CultureInfo.InvariantCulture);
        return new(number < 0 ? -value : value, digits.Point - digits.Digits.Length);
    }

    public static GoDecimal Add(GoDecimal left, GoDecimal right)
    {
        var exponent = Math.Min(left.Exponent, right.Exponent);
        return new(left.At(exponent) + right.At(exponent), exponent);
    }

    public static GoDecimal Subtract(GoDecimal left, GoDecimal right) => Add(left, right with { Value = -right.Value });

    public static GoDecimal Multiply(GoDecimal left, GoDecimal right) => new(left.Value * right.Value, left.Exponent + right.Exponent);

    /// <summary>The quotient with 16 places, halves rounded away from zero.</summary>
    public static GoDecimal Divide(GoDecimal left, GoDecimal right)
    {
        if (right.Value.IsZero)
            throw new TemplateFunctionException("decimal division by 0");

        var shift = left.Exponent - right.Exponent + DivisionPlaces;
        var numerator = shift > 0 ? left.Value * BigInteger.Pow(10, shift) : left.Value;
        var denominator = shift < 0 ? right.Value * BigInteger.Pow(10, -shift) : right.Value;
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        if (BigInteger.Abs(rest) * 2 >= BigInteger.Abs(denominator))
            quotient += left.Value.Sign * right.Value.Sign;
        return new(quotient, -DivisionPlaces);
    }

    public double ToDouble()
    {
        if (Value.IsZero)
            return 0;

        var magnitude = (Value.GetBitLength() * 0.30103) + Exponent;
        if (magnitude > LargestExponent)
            return Value.Sign < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        if (magnitude < -LargestExponent)
            return 0;
        return Exponent >= 0
            ? BigRatio.ToDouble(At(0), BigInteger.One)
            : BigRatio.ToDouble(Value, BigInteger.Pow(10, -Exponent));
    }

    private BigInteger At(int exponent) => Exponent == exponent ? Value : Value * BigInteger.Pow(10, Exponent - exponent);
}
