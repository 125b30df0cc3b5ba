using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class CastFunctions
{
    public const string Names = "int int64 float64 toDecimal atoi";

    public static TemplateFunction? Find(string name) => name switch
    {
        "int" => Signature.Of("a", static call => (nint)Cast.ToInteger(call[0])),
        "int64" => Signature.Of("a", static call => Cast.ToInteger(call[0])),
        "float64" => Signature.Of("a", static call => Cast.ToFloat(call[0])),
        "toDecimal" => Signature.Of("a", static call => GoNumber.TryParse(call.Print(0), 8, out var number) ? number : 0L),
        "atoi" => Signature.Of("s", static call => (nint)GoNumber.Decimal(call.Text(0))),
        _ => null,
    };
}
