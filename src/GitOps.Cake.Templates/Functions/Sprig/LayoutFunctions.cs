namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class LayoutFunctions
{
    public const string Names = "repeat indent nindent wrap wrapWith plural";

    public static TemplateFunction? Find(string name) => name switch
    {
        "repeat" => Signature.Of("is", static call => Repeat(call, call.Int(0), call.Text(1))),
        "indent" => Signature.Of("is", static call => Indent(call)),
        "nindent" => Signature.Of("is", static call => "\n" + Indent(call)),
        "wrap" => Signature.Of("is", static call => TextWrap.Wrap(call, call.Text(1), call.Int(0), "\n", cutsWords: false)),
        "wrapWith" => Signature.Of("iss", static call => WrapWith(call)),
        "plural" => Signature.Of("ssi", static call => call.Int(2) == 1 ? call.Text(0) : call.Text(1)),
        _ => null,
    };

    private static string Repeat(TemplateCall call, long count, string text)
    {
        if (count < 0)
            throw new TemplateFunctionException("strings: negative Repeat count");
        if (text.Length == 0)
            return "";

        call.Run.Reserve(Math.Min(count, int.MaxValue) * text.Length);
        return text.Length == 1 ? new(text[0], (int)count) : string.Concat(Enumerable.Repeat(text, (int)count));
    }

    // Blanks also go in front of empty lines.
    private static string Indent(TemplateCall call)
    {
        var text = call.Text(1);
        var blanks = Repeat(call, call.Int(0), " ");
        call.Run.Reserve(text.Length + (text.AsSpan().Count('\n') + 1L) * blanks.Length);
        return blanks + text.Replace("\n", "\n" + blanks, StringComparison.Ordinal);
    }

    private static string WrapWith(TemplateCall call) =>
        TextWrap.Wrap(call, call.Text(2), call.Int(0), call.Text(1) is { Length: > 0 } lineEnd ? lineEnd : "\n", cutsWords: true);
}
