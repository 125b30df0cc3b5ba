namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class RoundingFunctions
{
    public const string Names = "floor ceil round maxf minf";

    public static TemplateFunction? Find(string name) => name switch
    {
        "floor" => Signature.Of("a", static call => Math.Floor(Cast.ToFloat(call[0]))),
        "ceil" => Signature.Of("a", static call => Math.Ceiling(Cast.ToFloat(call[0]))),
        "round" => Signature.Of("aif*", static call => Round(Cast.ToFloat(call[0]), call.Int(1), call.Count > 2 ? call.Float(2) : 0.5)),
        "maxf" => Signature.Of("aa*", static call => Fold(call, Math.Max)),
        "minf" => Signature.Of("aa*", static call => Fold(call, Math.Min)),
        _ => null,
    };

    // A fraction of at least the threshold rounds up, any other down: negative halves go away from zero only by that.
    private static double Round(double value, long places, double threshold)
    {
        var power = PowerOfTen(places);
        var scaled = power * value;
        var fraction = double.IsInfinity(scaled) ? double.NaN : scaled - Math.Truncate(scaled);
        return (fraction >= threshold ? Math.Ceiling(scaled) : Math.Floor(scaled)) / power;
    }

    // Go multiplies squares of the mantissa; the last bits of large powers come out like this and not otherwise.
    private static double PowerOfTen(long places)
    {
        const double tenth = 0.625; // 10 = 0.625 * 2^4
        const int largestExponent = 1 << 12;
        var (mantissa, exponent) = (1.0, 0);
        var (square, squareExponent) = (tenth, 4);
        for (var rest = Math.Abs((double)places); rest >= 1; rest = Math.Floor(rest / 2))
        {
            if (Math.Abs(squareExponent) > largestExponent)
            {
                exponent += squareExponent;
                break;
            }

            if (rest % 2 == 1)
            {
                mantissa *= square;
                exponent += squareExponent;
            }

            square *= square;
            squareExponent *= 2;
            if (square < 0.5)
            {
                square += square;
                squareExponent--;
            }
        }

        return places < 0 ? Math.ScaleB(1 / mantissa, -exponent) : Math.ScaleB(mantissa, exponent);
    }

    private static double Fold(TemplateCall call, Func<double, double, double> step)
    {
        var result = Cast.ToFloat(call[0]);
        foreach (var value in call.From(1))
            result = step(result, Cast.ToFloat(value));
        return result;
    }
}
