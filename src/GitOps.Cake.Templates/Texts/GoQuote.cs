using System.Globalization;
using System.Text;

namespace GitOps.Cake.Templates.Texts;

/// <summary>Texts as Go's source code writes them, between quotes.</summary>
internal static class GoQuote
{
    public static string Quote(string text) => Quote(text, '"', asciiOnly: false);

    public static string QuoteAscii(string text) => Quote(text, '"', asciiOnly: true);

    public static string QuoteRune(long value, bool asciiOnly = false) =>
        Quote(Rune.IsValid((int)Math.Clamp(value, -1, int.MaxValue)) ? new Rune((int)value).ToString() : "\uFFFD", '\'', asciiOnly);

    /// <summary>Whether the text can stand between backquotes: one line, no control but the tab, no backquote.</summary>
    public static bool CanBackquote(string text)
    {
        foreach (var unit in text)
        {
            if (unit is '\uFEFF' or '`' or '\x7F' || (unit < ' ' && unit != '\t'))
                return false;
        }

        return !GoBytes.HasEscapes(text);
    }

    private static string Quote(string text, char quote, bool asciiOnly)
    {
        var output = new StringBuilder(text.Length + 2).Append(quote);
        for (var index = 0; index < text.Length;)
        {
            var unit = text[index];
            if (unit is >= ' ' and <= '~' && unit != quote && unit != '\\')
            {
                output.Append(unit);
                index++;
            }
            else if (Rune.TryGetRuneAt(text, index, out var rune))
            {
                Append(output, rune, quote, asciiOnly);
                index += rune.Utf16SequenceLength;
            }
            else
            {
                Append(output, unit, asciiOnly);
                index++;
            }
        }

        return output.Append(quote).ToString();
    }

    private static void Append(StringBuilder output, Rune rune, char quote, bool asciiOnly)
    {
        var mark = rune.Value switch
        {
            '\a' => 'a',
            '\b' => 'b',
            '\f' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\v' => 'v',
            '\\' => '\\',
            _ when rune.Value == quote => quote,
            _ => '\0',
        };
        if (mark != '\0')
            output.Append('\\').Append(mark);
        else if (GoUnicode.IsPrintable(rune) && (rune.IsAscii || !asciiOnly))
            output.Append(rune.ToString());
        else if (rune.Value is < ' ' or 0x7F)
            output.Append(CultureInfo.InvariantCulture, $"\\x{rune.Value:x2}");
        else if (rune.IsBmp)
            output.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
        else
            output.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
    }

    // A lone surrogate is a byte that is no UTF-8 (see GoBytes), or stands for nothing at all.
    private static void Append(StringBuilder output, char unit, bool asciiOnly)
    {
        if (unit is >= '\uDC80' and <= '\uDCFF')
            output.Append(CultureInfo.InvariantCulture, $"\\x{unit - 0xDC00:x2}");
        else
            output.Append(asciiOnly ? "\\ufffd" : "\uFFFD");
    }
}
