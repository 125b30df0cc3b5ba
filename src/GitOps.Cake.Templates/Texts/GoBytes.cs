using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace GitOps.Cake.Templates.Texts;

/// <summary>
/// The bytes behind a text. Go's texts are bytes, and functions that cut them can leave parts that are no UTF-8: such a
/// byte b stands in a .NET text as the lone surrogate U+DC00 + b, so that it survives until the text is complete again.
/// </summary>
internal static class GoBytes
{
    private const int Escape = 0xDC00;


    public static int Count(string text) => IsAscii(text) ? text.Length : Encode(text).Length;

    public static bool IsAscii(ReadOnlySpan<char> text) => Ascii.IsValid(text);

    public static byte[] Encode(string text)
    {
        if (!HasEscapes(text))
            return Encoding.UTF8.GetBytes(text);

        var bytes = new ArrayBufferWriter<byte>(text.Length);
        for (var index = 0; index < text.Length;)
        {
            if (text[index] is >= '\uDC80' and <= '\uDCFF')
            {
                bytes.Write([(byte)(text[index++] - Escape)]);
                continue;
            }

            Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var used);
            var size = rune.EncodeToUtf8(bytes.GetSpan(4));
            bytes.Advance(size);
            index += used;
        }

        return bytes.WrittenSpan.ToArray();
    }

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);

        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var valid = Rune.DecodeFromUtf8(bytes, out var rune, out var used) == OperationStatus.Done;
            if (valid)
                text.Append(rune.ToString());
            else
                text.Append((char)(Escape + bytes[0]));
            bytes = bytes[(valid ? used : 1)..];
        }

        return text.ToString();
    }

    /// <summary>Puts bytes that have come together again into characters.</summary>
    public static string Mend(string text) => HasEscapes(text) ? Decode(Encode(text)) : text;

    public static bool HasEscapes(string text)
    {
        var index = 0;
        while (text.AsSpan(index).IndexOfAnyInRange('\uDC80', '\uDCFF') is >= 0 and var found)
        {
            index += found;
            if (index == 0 || !char.IsHighSurrogate(text[index - 1]))
                return true;
            index++;
        }

        return false;
    }

    public static string FirstRunes(string text, int count)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (count-- == 0)
                return text[..length];
            length += rune.Utf16SequenceLength;
        }

        return text;
    }

    public static int CountRunes(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
            return text.Length;

        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }
}
