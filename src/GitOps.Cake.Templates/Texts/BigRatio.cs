using System.Numerics;

namespace GitOps.Cake.Templates.Texts;

internal static class BigRatio
{
    private const int Precision = 53;
    private const int MinExponent = -1074;

    /// <summary>The float64 nearest to a quotient, ties to even.</summary>
    public static double ToDouble(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero)
            return 0;

        var negative = numerator.Sign * denominator.Sign < 0;
        numerator = BigInteger.Abs(numerator);
        denominator = BigInteger.Abs(denominator);

        // The exponent of the last bit, one too small at most.
        var exponent = Math.Max((int)(numerator.GetBitLength() - denominator.GetBitLength()) - Precision, MinExponent);
        var quotient = Divide(numerator, denominator, exponent, out var rest, out var divisor);
        if (quotient.GetBitLength() > Precision)
            quotient = Divide(numerator, denominator, ++exponent, out rest, out divisor);

        var half = (rest * 2).CompareTo(divisor);
        if (half > 0 || (half == 0 && !quotient.IsEven))
            quotient++;
        var value = Math.ScaleB((double)quotient, exponent);
        return negative ? -value : value;
    }

    private static BigInteger Divide(BigInteger numerator, BigInteger denominator, int exponent, out BigInteger rest, out BigInteger divisor)
    {
        divisor = exponent > 0 ? denominator << exponent : denominator;
        return BigInteger.DivRem(exponent < 0 ? numerator << -exponent : numerator, divisor, out rest);
    }
}
