using System.Text;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class SearchFunctions
{
    public const string Names = "contains hasPrefix hasSuffix replace";

    public static TemplateFunction? Find(string name) => name switch
    {
        "contains" => Signature.Of("ss", static call => call.Text(1).Contains(call.Text(0), StringComparison.Ordinal)),
        "hasPrefix" => Signature.Of("ss", static call => call.Text(1).StartsWith(call.Text(0), StringComparison.Ordinal)),
        "hasSuffix" => Signature.Of("ss", static call => call.Text(1).EndsWith(call.Text(0), StringComparison.Ordinal)),
        "replace" => Signature.Of("sss", static call => Replace(call, call.Text(0), call.Text(1), call.Text(2))),
        _ => null,
    };

    private static string Replace(TemplateCall call, string old, string replacement, string text)
    {
        if (replacement.Length > old.Length)
        {
            var count = old.Length == 0 ? text.Length + 1L : text.AsSpan().Count(old);
            call.Run.Reserve(text.Length + count * (replacement.Length - old.Length));
        }

        return old.Length == 0 ? Between(text, replacement) : text.Replace(old, replacement, StringComparison.Ordinal);
    }

    // The empty text is found in front of every character, and at the end.
    private static string Between(string text, string replacement)
    {
        var output = new StringBuilder(replacement);
        foreach (var rune in text.EnumerateRunes())
            output.Append(rune.ToString()).Append(replacement);
        return output.ToString();
    }
}
