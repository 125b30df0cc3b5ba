using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Go;

/// <summary>and, or and call belong to the evaluator, which need not evaluate all of their arguments.</summary>
internal static class LogicFunctions
{
    public const string Names = "and or not call";

    public static TemplateFunction? Find(string name) => name switch
    {
        "and" => Special(BuiltinKind.And),
        "or" => Special(BuiltinKind.Or),
        "call" => Special(BuiltinKind.Call),
        "not" => Signature.Of("r", static call => !GoValue.IsTrue(Reflected.Value(call[0]))),
        _ => null,
    };

    private static TemplateFunction Special(BuiltinKind kind) =>
        new([TemplateType.Reflected], TemplateType.Reflected, static _ => null) { Builtin = kind };
}
