using System.Globalization;
using System.Text;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Functions.Go;

internal static class EscapeFunctions
{
    public const string Names = "html js urlquery";

    public static TemplateFunction? Find(string name) => name switch
    {
        "html" => Signature.Of("a*", static call => Html(Text(call))),
        "js" => Signature.Of("a*", static call => JavaScript(Text(call))),
        "urlquery" => Signature.Of("a*", static call => Query(Text(call))),
        _ => null,
    };

    private static string Text(TemplateCall call) => PrintFunctions.Print(call, nil: "<no value>");

    private static string Html(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '\0' => output.Append('\uFFFD'),
                '"' => output.Append("&#34;"),
                '\'' => output.Append("&#39;"),
                '&' => output.Append("&amp;"),
                '<' => output.Append("&lt;"),
                '>' => output.Append("&gt;"),
                _ => output.Append(unit),
            };
        }

        return output.ToString();
    }

    private static string JavaScript(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\\' or '\'' or '"' => output.Append('\\').Append(rune.ToString()),
                < ' ' or '<' or '>' or '&' or '=' => output.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
                >= 0x80 when !GoUnicode.IsPrintable(rune) => output.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
                _ => output.Append(rune.ToString()),
            };
        }

        return output.ToString();
    }

    private static string Query(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var unit in GoBytes.Encode(text))
        {
            if (unit == ' ')
                output.Append('+');
            else if (char.IsAsciiLetterOrDigit((char)unit) || unit is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~')
                output.Append((char)unit);
            else
                output.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
        }

        return output.ToString();
    }
}
