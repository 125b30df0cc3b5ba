using System.Buffers;

namespace GitOps.Cake.Templates.Yaml;

/// <summary>Checks a text before it is read, and makes its line ends alike.</summary>
internal static class YamlSource
{
    private static readonly SearchValues<char> AsciiSuspects = SearchValues.Create(
        "\0\x01\x02\x03\x04\x05\x06\x07\x08\x0B\x0C\x0D\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F\x7F");

    /// <summary>The text without a byte order mark, with <c>\n</c> for every line end but U+2028 and U+2029, which YAML 1.1 keeps.</summary>
    /// <exception cref="YamlReadException">It is too long, or has a control character.</exception>
    public static ReadOnlySpan<char> Prepare(ReadOnlySpan<char> text, YamlReadOptions options)
    {
        if (text.Length > options.MaxLength)
            throw new YamlReadException(options.Position(1, 1), $"the text has {text.Length} characters, more than the {options.MaxLength} that are read");
        if (text is ['\uFEFF', ..])
            text = text[1..];

        return Suspect(text) < 0 ? text : Normalize(text, options);
    }

    // Three quick searches instead of a slow one.
    private static int Suspect(ReadOnlySpan<char> text)
    {
        var ascii = text.IndexOfAny(AsciiSuspects);
        if (ascii >= 0)
            return ascii;

        var other = text.IndexOfAnyInRange('\u0080', '\u009F');
        return other >= 0 ? other : text.IndexOfAny('\uFFFE', '\uFFFF');
    }

    private static string Normalize(ReadOnlySpan<char> text, YamlReadOptions options)
    {
        var normal = text.ToString()
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Replace('\u0085', '\n');
        var control = Suspect(normal);
        if (control < 0)
            return normal;

        var before = normal.AsSpan(0, control);
        throw new YamlReadException(
            options.Position(before.Count('\n') + 1, control - before.LastIndexOf('\n')),
            $"control characters are not allowed: U+{(int)normal[control]:X4}; is this a text file in UTF-8?");
    }
}
