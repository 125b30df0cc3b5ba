using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Functions.Sprig;

internal static class SplitFunctions
{
    public const string Names = "split splitn splitList";

    public static TemplateFunction? Find(string name) => name switch
    {
        "split" => Signature.Of("ss", static call => ToMap(Split(call, call.Text(1), call.Text(0), -1))),
        "splitn" => Signature.Of("sis", static call => ToMap(Split(call, call.Text(2), call.Text(0), call.Int(1)))),
        "splitList" => Signature.Of("ss", static call => Split(call, call.Text(1), call.Text(0), -1)),
        _ => null,
    };

    // A negative count asks for all parts; an empty separator stands between all characters.
    private static List<string> Split(TemplateCall call, string text, string separator, long count)
    {
        if (count == 0)
            return new GoNilTexts();

        var most = count < 0 ? int.MaxValue : (int)Math.Min(count, int.MaxValue);
        call.Run.Reserve(text.Length);
        return separator.Length > 0 ? [.. text.Split(separator, most)] : Characters(text, most);
    }

    private static List<string> Characters(string text, int most)
    {
        var parts = new List<string>();
        var start = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (parts.Count == most - 1)
                break;
            parts.Add(text.Substring(start, rune.Utf16SequenceLength));
            start += rune.Utf16SequenceLength;
        }

        if (start < text.Length)
            parts.Add(text[start..]);
        return parts;
    }

    private static GoStringMap ToMap(List<string> parts)
    {
        var map = new GoStringMap();
        for (var index = 0; index < parts.Count; index++)
            map[$"_{index}"] = parts[index];
        return map;
    }
}
