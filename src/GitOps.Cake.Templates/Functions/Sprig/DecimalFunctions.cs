using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>Arithmetic of float64 that goes through decimals, so that 0.1 and 0.2 make 0.3.</summary>
internal static class DecimalFunctions
{
    public const string Names = "addf add1f subf mulf divf";

    public static TemplateFunction? Find(string name) => name switch
    {
        "addf" => Signature.Of("a*", static call => Fold(call, default, call.From(0), GoDecimal.Add)),
        "add1f" => Signature.Of("a", static call => Fold(call, First(call), [1.0], GoDecimal.Add)),
        "subf" => Signature.Of("aa*", static call => Fold(call, First(call), call.From(1), GoDecimal.Subtract)),
        "mulf" => Signature.Of("aa*", static call => Fold(call, First(call), call.From(1), GoDecimal.Multiply)),
        "divf" => Signature.Of("aa*", static call => Fold(call, First(call), call.From(1), GoDecimal.Divide)),
        _ => null,
    };

    private static GoDecimal First(TemplateCall call) => GoDecimal.From(Cast.ToFloat(call[0]));

    private static double Fold(TemplateCall call, GoDecimal result, ReadOnlySpan<object?> values, Func<GoDecimal, GoDecimal, GoDecimal> step)
    {
        foreach (var value in values)
        {
            call.Run.Step(1 + result.Value.GetByteCount() / 64);
            result = step(result, GoDecimal.From(Cast.ToFloat(value)));
        }

        return result.ToDouble();
    }
}
