using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>Functions that count and cut by bytes.</summary>
internal static class CutFunctions
{
    public const string Names = "trunc substr abbrev abbrevboth";

    public static TemplateFunction? Find(string name) => name switch
    {
        "trunc" => Signature.Of("is", static call => Truncate(call.Int(0), call.Text(1))),
        "substr" => Signature.Of("iis", static call => Substring(call.Int(0), call.Int(1), call.Text(2))),
        "abbrev" => Signature.Of("is", static call => Abbreviate(0, call.Int(0), call.Text(1))),
        "abbrevboth" => Signature.Of("iis", static call => AbbreviateBoth(call.Int(0), call.Int(1), call.Text(2))),
        _ => null,
    };

    // A negative count keeps the end.
    private static string Truncate(long count, string text)
    {
        var length = GoBytes.Count(text);
        if (count < 0)
            return length + count > 0 ? Cut(text, length + count, length) : text;
        return length > count ? Cut(text, 0, count) : text;
    }

    private static string Substring(long start, long end, string text)
    {
        var length = GoBytes.Count(text);
        if (start < 0 && (end < 0 || end > length))
            throw new TemplateFunctionException($"runtime error: slice bounds out of range [:{end}]{(end > length ? $" with length {length}" : "")}");
        if (start >= 0 && (end < 0 || end > length))
            end = length;
        if (start > end)
            throw new TemplateFunctionException($"runtime error: slice bounds out of range [{start}:{end}]");
        return Cut(text, Math.Max(0, start), end);
    }

    private static string AbbreviateBoth(long left, long right, string text) =>
        right < 4 || (left > 0 && right < 7) ? text : Abbreviate(left, right, text);

    // Keeps a part from an offset on and shows with three dots where something is missing.
    private static string Abbreviate(long offset, long width, string text)
    {
        const string dots = "...";
        var length = GoBytes.Count(text);
        if (width < 4 || length <= width)
            return text;

        var room = width - dots.Length;
        offset = Math.Min(offset, length);
        if (length - offset < room)
            offset = length - room;
        if (offset <= 4)
            return Cut(text, 0, room) + dots;
        return offset + room < length
            ? dots + Abbreviate(0, room, Cut(text, offset, length))
            : dots + Cut(text, length - room, length);
    }

    private static string Cut(string text, long start, long end) =>
        GoBytes.IsAscii(text) ? text[(int)start..(int)end] : GoBytes.Decode(GoBytes.Encode(text).AsSpan((int)start..(int)end));
}
