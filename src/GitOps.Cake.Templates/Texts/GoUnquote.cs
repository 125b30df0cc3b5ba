using System.Buffers;
using System.Globalization;
using System.Text;

namespace GitOps.Cake.Templates.Texts;

/// <summary>Reads the quoted texts and characters of Go's source code.</summary>
internal static class GoUnquote
{
    /// <summary>The text of a constant in double quotes or backquotes; null when it is not well formed.</summary>
    public static string? Text(string constant)
    {
        if (constant.Length < 2 || constant[0] != constant[^1])
            return null;

        var inner = constant[1..^1];
        if (constant[0] == '`')
            return inner.Replace("\r", "", StringComparison.Ordinal);
        if (!inner.Contains('\\', StringComparison.Ordinal))
            return inner.AsSpan().ContainsAny('"', '\n') ? null : inner;

        var bytes = new ArrayBufferWriter<byte>(inner.Length);
        for (var index = 0; index < inner.Length;)
        {
            if (inner[index] == '\n' || !TryRead(inner, ref index, '"', out var value, out var isByte))
                return null;
            if (isByte)
                bytes.Write([(byte)value]);
            else
                bytes.Advance(Rune.IsValid(value) ? new Rune(value).EncodeToUtf8(bytes.GetSpan(4)) : 0);
        }

        return GoBytes.Decode(bytes.WrittenSpan);
    }

    /// <summary>Reads one character of a constant, written out or escaped; bytes are those of <c>\x41</c> and <c>\101</c>.</summary>
    public static bool TryRead(string text, ref int index, char quote, out int value, out bool isByte)
    {
        value = 0;
        isByte = false;
        if (index >= text.Length || text[index] == quote)
            return false;

        if (text[index] != '\\')
        {
            if (text[index] is >= '\uDC80' and <= '\uDCFF')
            {
                value = text[index++] - 0xDC00;
                isByte = true;
                return true;
            }

            Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var used);
            value = rune.Value;
            index += used;
            return true;
        }

        if (++index >= text.Length)
            return false;
        var mark = text[index++];
        return mark switch
        {
            'x' => isByte = TryDigits(text, ref index, 2, 16, out value),
            'u' => TryDigits(text, ref index, 4, 16, out value) && Rune.IsValid(value),
            'U' => TryDigits(text, ref index, 8, 16, out value) && Rune.IsValid(value),
            >= '0' and <= '7' => TryOctal(text, ref index, out value) && (isByte = true),
            _ => (value = Simple(mark, quote)) >= 0,
        };
    }

    private static int Simple(char mark, char quote) => mark switch
    {
        'a' => '\a',
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\v',
        '\\' => '\\',
        '\'' or '"' when mark == quote => mark,
        _ => -1,
    };

    private static bool TryOctal(string text, ref int index, out int value)
    {
        index--;
        return TryDigits(text, ref index, 3, 8, out value) && value <= byte.MaxValue;
    }

    private static bool TryDigits(string text, ref int index, int count, int radix, out int value)
    {
        value = 0;
        if (index + count > text.Length)
            return false;

        long sum = 0;
        for (var at = 0; at < count; at++)
        {
            var digit = char.IsAsciiHexDigit(text[index]) ? int.Parse(text.AsSpan(index, 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : radix;
            if (digit >= radix)
                return false;
            sum = sum * radix + digit;
            index++;
        }

        value = (int)Math.Min(sum, int.MaxValue);
        return true;
    }
}
