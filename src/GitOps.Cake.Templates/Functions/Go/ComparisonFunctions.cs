namespace GitOps.Cake.Templates.Functions.Go;

internal static class ComparisonFunctions
{
    public const string Names = "eq ne lt le gt ge";

    public static TemplateFunction? Find(string name) => name switch
    {
        "eq" => Signature.Of("rr*", static call => Any(call)),
        "ne" => Signature.Of("rr", static call => !Comparison.AreEqual(call[0], call[1])),
        "lt" => Signature.Of("rr", static call => Comparison.IsLess(call[0], call[1])),
        "le" => Signature.Of("rr", static call => IsLessOrEqual(call)),
        "gt" => Signature.Of("rr", static call => !IsLessOrEqual(call)),
        "ge" => Signature.Of("rr", static call => !Comparison.IsLess(call[0], call[1])),
        _ => null,
    };

    private static bool Any(TemplateCall call)
    {
        if (call.Count < 2)
            throw new TemplateFunctionException("missing argument for comparison");

        for (var index = 1; index < call.Count; index++)
        {
            if (Comparison.AreEqual(call[0], call[index]))
                return true;
        }

        return false;
    }

    private static bool IsLessOrEqual(TemplateCall call) =>
        Comparison.IsLess(call[0], call[1]) || Comparison.AreEqual(call[0], call[1]);
}
