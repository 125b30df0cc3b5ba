using System.Buffers;
using System.Globalization;
using System.Text;

namespace GitOps.Cake.Rendering;

/// <summary>
/// Text of others made visible: characters that steer a terminal, reorder a line or show nothing are written as escapes such as
/// <c>\u001b</c>, so that what a person reads is what is there.
/// </summary>
internal static class VisibleText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The text on one line.</summary>
    public static string Escape(string text) => Escape(text, keepTabs: false);

    /// <summary>The lines of a difference, each escaped, a carriage return too, since it may be what differs; tabs stay.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            yield return Escape(line, keepTabs: true);
        }
    }

    private static string Escape(string text, bool keepTabs)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16);
        for (var index = 0; index < text.Length;)
        {
            // A lone surrogate gives U+FFFD and no success; it is shown by its own number.
            var isWhole = Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var length) == OperationStatus.Done;
            if (isWhole && (!IsHidden(rune) || (keepTabs && rune.Value == '\t')))
            {
                visible.Append(text, index, length);
            }
            else
            {
                visible.Append(EscapeOf(isWhole ? rune.Value : text[index]));
            }

            index += length;
        }

        return visible.ToString();
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string EscapeOf(int code) => code switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        > char.MaxValue => string.Create(CultureInfo.InvariantCulture, $"\\U{code:x8}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{code:x4}"),
    };
}
