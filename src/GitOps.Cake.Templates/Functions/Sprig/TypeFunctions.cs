using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class TypeFunctions
{
    public const string Names = "typeOf typeIs typeIsLike kindOf kindIs deepEqual deepCopy mustDeepCopy";

    public static TemplateFunction? Find(string name) => name switch
    {
        "typeOf" => Signature.Of("a", static call => GoValue.TypeOf(call[0])),
        "typeIs" => Signature.Of("sa", static call => call.Text(0) == GoValue.TypeOf(call[1])),
        "typeIsLike" => Signature.Of("sa", static call => GoValue.TypeOf(call[1]) is var type && (call.Text(0) == type || "*" + call.Text(0) == type)),
        "kindOf" => Signature.Of("a", static call => GoValue.KindOf(call[0])),
        "kindIs" => Signature.Of("sa", static call => call.Text(0) == GoValue.KindOf(call[1])),
        "deepEqual" => Signature.Of("aa", static call => DeepEqual(call, call[0], call[1])),
        "deepCopy" or "mustDeepCopy" => Signature.Of("a", static call => DeepCopy(call)),
        _ => null,
    };

    public static bool DeepEqual(TemplateCall call, object? left, object? right)
    {
        call.Check(left);
        call.Check(right);
        return GoValue.DeepEqual(left, right);
    }

    private static object? DeepCopy(TemplateCall call)
    {
        if (call[0] is null)
            throw new TemplateFunctionException("reflect: call of reflect.Value.Type on zero Value") { Hint = "There is nothing to copy: the value is null." };

        call.Check(call[0]);
        return GoValue.DeepCopy(call[0]);
    }
}
