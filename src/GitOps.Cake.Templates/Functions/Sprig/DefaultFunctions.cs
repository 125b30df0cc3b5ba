using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class DefaultFunctions
{
    public const string Names = "default empty coalesce all any ternary fail hello";

    public static TemplateFunction? Find(string name) => name switch
    {
        "default" => Signature.Of("aa*", static call => call.Count > 1 && GoValue.IsTrue(call[1]) ? call[1] : call[0]),
        "empty" => Signature.Of("a", static call => !GoValue.IsTrue(call[0])),
        "coalesce" => Signature.Of("a*", static call => Coalesce(call)),
        "all" => Signature.Of("a*", static call => CountTrue(call) == call.Count),
        "any" => Signature.Of("a*", static call => CountTrue(call) > 0),
        "ternary" => Signature.Of("aab", static call => call.Bool(2) ? call[0] : call[1]),
        "fail" => Signature.Of("s", static call => throw new TemplateFunctionException(call.Text(0))),
        "hello" => Signature.Of("", static _ => "Hello!"),
        _ => null,
    };

    private static object? Coalesce(TemplateCall call)
    {
        foreach (var value in call.From(0))
        {
            if (GoValue.IsTrue(value))
                return value;
        }

        return null;
    }

    private static int CountTrue(TemplateCall call)
    {
        var count = 0;
        foreach (var value in call.From(0))
            count += GoValue.IsTrue(value) ? 1 : 0;
        return count;
    }
}
