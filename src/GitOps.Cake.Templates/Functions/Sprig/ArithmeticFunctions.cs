namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>Arithmetic of int64, to which every argument is turned first. Like Go's, it wraps around silently.</summary>
internal static class ArithmeticFunctions
{
    public const string Names = "add add1 sub div mod mul max biggest min";

    public static TemplateFunction? Find(string name) => name switch
    {
        "add" => Signature.Of("a*", static call => Fold(call, 0, static (sum, next) => unchecked(sum + next))),
        "add1" => Signature.Of("a", static call => unchecked(Cast.ToInteger(call[0]) + 1)),
        "sub" => Signature.Of("aa", static call => unchecked(Cast.ToInteger(call[0]) - Cast.ToInteger(call[1]))),
        "div" => Signature.Of("aa", static call => Divide(Cast.ToInteger(call[0]), Divisor(call))),
        "mod" => Signature.Of("aa", static call => Divisor(call) is var divisor && divisor == -1 ? 0L : Cast.ToInteger(call[0]) % divisor),
        "mul" => Signature.Of("aa*", static call => Fold(call, 1, static (product, next) => unchecked(product * next))),
        "max" or "biggest" => Signature.Of("aa*", static call => Fold(call, long.MinValue, Math.Max)),
        "min" => Signature.Of("aa*", static call => Fold(call, long.MaxValue, Math.Min)),
        _ => null,
    };

    private static long Fold(TemplateCall call, long start, Func<long, long, long> step)
    {
        foreach (var value in call.From(0))
            start = step(start, Cast.ToInteger(value));
        return start;
    }

    private static long Divide(long value, long divisor) => divisor == -1 ? unchecked(-value) : value / divisor;

    private static long Divisor(TemplateCall call) =>
        Cast.ToInteger(call[1]) is not 0 and var divisor ? divisor : throw new TemplateFunctionException("runtime error: integer divide by zero");
}
