using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace GitOps.Cake.Json;

/// <summary>Strings and member names in canonical JSON, made from the bytes between the quotes of any other spelling.</summary>
internal static class CanonicalText
{
    /// <summary>Writes the text with its quotes. Escaped is only what has to be.</summary>
    public static void Write(ReadOnlySpan<byte> raw, IBufferWriter<byte> output)
    {
        output.Write("\""u8);
        while (raw.IndexOf((byte)'\\') is var escape and >= 0)
        {
            output.Write(raw[..escape]);
            raw = raw[escape..];
            WriteEscaped(Unescape(ref raw), output);
        }

        output.Write(raw);
        output.Write("\""u8);
    }

    /// <summary>Compares two names by their UTF-16 code units, without making strings of them in the usual case.</summary>
    public static int Compare(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Contains((byte)'\\') || other.Contains((byte)'\\'))
        {
            return string.CompareOrdinal(Decode(one), Decode(other));
        }

        var common = one.CommonPrefixLength(other);
        return common == one.Length || common == other.Length
            ? one.Length.CompareTo(other.Length)
            : Utf16Rank(one[common]).CompareTo(Utf16Rank(other[common]));
    }

    // The order of UTF-8 is that of UTF-16, but for characters beyond the first plane (F0 and up): in UTF-16 their surrogates
    // come before U+E000 (EE, EF).
    private static int Utf16Rank(byte lead) => lead is 0xEE or 0xEF ? lead + 0x10 : lead;

    private static string Decode(ReadOnlySpan<byte> raw)
    {
        var text = new StringBuilder(raw.Length);
        while (raw.IndexOf((byte)'\\') is var escape and >= 0)
        {
            text.Append(Encoding.UTF8.GetString(raw[..escape]));
            raw = raw[escape..];
            var code = Unescape(ref raw);
            text.Append(code > char.MaxValue ? char.ConvertFromUtf32(code) : ((char)code).ToString());
        }

        return text.Append(Encoding.UTF8.GetString(raw)).ToString();
    }

    /// <summary>Takes one escape, or two that are a surrogate pair. A lone surrogate is given as it is.</summary>
    private static int Unescape(ref ReadOnlySpan<byte> raw)
    {
        var kind = raw[1];
        if (kind != 'u')
        {
            raw = raw[2..];
            return kind switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                _ => kind,
            };
        }

        var unit = CodeUnit(raw);
        raw = raw[6..];
        if (char.IsHighSurrogate(unit) && raw.StartsWith("\\u"u8) && CodeUnit(raw) is var low && char.IsLowSurrogate(low))
        {
            raw = raw[6..];
            return char.ConvertToUtf32(unit, low);
        }

        return unit;
    }

    private static char CodeUnit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static void WriteEscaped(int code, IBufferWriter<byte> output)
    {
        switch (code)
        {
            case '"' or '\\':
                output.Write([(byte)'\\', (byte)code]);
                break;
            case '\b' or '\f' or '\n' or '\r' or '\t':
                output.Write([(byte)'\\', "btn-fr"u8[code - '\b']]);
                break;
            case < ' ' or (>= 0xD800 and <= 0xDFFF):
                var escape = output.GetSpan(6);
                "\\u"u8.CopyTo(escape);
                Utf8Formatter.TryFormat((ushort)code, escape[2..], out _, new StandardFormat('x', 4));
                output.Advance(6);
                break;
            default:
                output.Advance(new Rune(code).EncodeToUtf8(output.GetSpan(4)));
                break;
        }
    }
}
