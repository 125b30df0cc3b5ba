using System.Buffers;
using System.Globalization;
using System.Text;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Urls;

internal static class UrlEscape
{
    public static string Escape(string text, UrlPart part)
    {
        var output = new StringBuilder(text.Length);
        foreach (var unit in GoBytes.Encode(text))
        {
            if (IsPlain(unit, part))
                output.Append((char)unit);
            else
                output.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
        }

        return output.ToString();
    }

    /// <exception cref="FormatException">A percent sign is not followed by two digits, or a host has characters that it must not have.</exception>
    public static string Unescape(string text, UrlPart part)
    {
        var source = GoBytes.Encode(text).AsSpan();
        var output = new ArrayBufferWriter<byte>(source.Length + 1);
        while (!source.IsEmpty)
        {
            if (source[0] != '%')
            {
                if (part is UrlPart.Host or UrlPart.Zone && source[0] < 0x80 && !IsPlain(source[0], part))
                    throw new FormatException($"invalid character {GoQuote.Quote(((char)source[0]).ToString())} in host name");
                output.Write(source[..1]);
                source = source[1..];
                continue;
            }

            output.Write([Decode(source, part)]);
            source = source[3..];
        }

        return GoBytes.Decode(output.WrittenSpan);
    }

    private static byte Decode(ReadOnlySpan<byte> source, UrlPart part)
    {
        if (source.Length < 3 || !char.IsAsciiHexDigit((char)source[1]) || !char.IsAsciiHexDigit((char)source[2]))
            throw Invalid(source[..Math.Min(3, source.Length)]);

        var unit = byte.Parse(source[1..3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var isPercent = source[1] == '2' && source[2] == '5';
        var isAllowed = part switch
        {
            // Only what is no ASCII needs an escape there, and the percent sign of a zone.
            UrlPart.Host => unit >= 0x80 || isPercent,
            UrlPart.Zone => isPercent || unit == ' ' || IsPlain(unit, UrlPart.Host),
            _ => true,
        };
        return isAllowed ? unit : throw Invalid(source[..3]);
    }

    private static FormatException Invalid(ReadOnlySpan<byte> escape) => new($"invalid URL escape {GoQuote.Quote(GoBytes.Decode(escape))}");

    private static bool IsPlain(byte unit, UrlPart part)
    {
        if (char.IsAsciiLetterOrDigit((char)unit) || "-_.~".Contains((char)unit, StringComparison.Ordinal))
            return true;
        if (part is UrlPart.Host or UrlPart.Zone && "!$&'()*+,;=:[]<>\"".Contains((char)unit, StringComparison.Ordinal))
            return true;

        var plain = part switch
        {
            UrlPart.Path => "$&+,/:;=@",
            UrlPart.User => "$&+,;=",
            UrlPart.Fragment => "$&+,/:;=?@!()*",
            _ => "",
        };
        return plain.Contains((char)unit, StringComparison.Ordinal);
    }
}
