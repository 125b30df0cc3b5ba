using System.Text;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class TrimFunctions
{
    public const string Names = "trim trimAll trimall trimPrefix trimSuffix nospace initials";

    public static TemplateFunction? Find(string name) => name switch
    {
        "trim" => Signature.Of("s", static call => Trim(call.Text(0), static rune => GoUnicode.IsSpace(rune.Value))),
        "trimAll" or "trimall" => Signature.Of("ss", static call => Trim(call.Text(1), Set(call.Text(0)).Contains)),
        "trimPrefix" => Signature.Of("ss", static call => TrimPrefix(call.Text(0), call.Text(1))),
        "trimSuffix" => Signature.Of("ss", static call => TrimSuffix(call.Text(0), call.Text(1))),
        "nospace" => Signature.Of("s", static call => NoSpace(call.Text(0))),
        "initials" => Signature.Of("s", static call => Initials(call.Text(0))),
        _ => null,
    };

    private static HashSet<Rune> Set(string characters) => [.. characters.EnumerateRunes()];

    private static string Trim(string text, Predicate<Rune> drops)
    {
        var (start, end) = (0, text.Length);
        while (start < end)
        {
            Rune.DecodeFromUtf16(text.AsSpan(start, end - start), out var rune, out var used);
            if (!drops(rune))
                break;
            start += used;
        }

        while (end > start)
        {
            Rune.DecodeLastFromUtf16(text.AsSpan(start, end - start), out var rune, out var used);
            if (!drops(rune))
                break;
            end -= used;
        }

        return text[start..end];
    }

    private static string TrimPrefix(string prefix, string text) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;

    private static string TrimSuffix(string suffix, string text) =>
        text.EndsWith(suffix, StringComparison.Ordinal) ? text[..^suffix.Length] : text;

    // Each byte is taken for a character of Latin-1.
    private static string NoSpace(string text)
    {
        var bytes = GoBytes.Encode(text);
        var kept = Array.FindAll(bytes, static unit => !GoUnicode.IsSpace(unit));
        return kept.Length == bytes.Length ? text : Encoding.Latin1.GetString(kept);
    }

    private static string Initials(string text)
    {
        var output = new StringBuilder();
        var isStart = true;
        foreach (var unit in GoBytes.Encode(text))
        {
            var isSpace = GoUnicode.IsSpace(unit);
            if (isStart && !isSpace)
                output.Append((char)unit);
            isStart = isSpace;
        }

        return output.ToString();
    }
}
