using System.Globalization;
using System.Text;

namespace GitOps.Cake.Rendering;

/// <summary>Text of others in Markdown, so that it stays text: as code outside of fences, or inside a fence that it cannot close.</summary>
internal static class MarkdownText
{
    /// <summary>
    /// The text as inline code. Its punctuation is written as character references, which neither Markdown nor the cells of a table nor
    /// HTML take for their own, and mentions, references and addresses inside a code element are not made links.
    /// </summary>
    public static string Code(string text)
    {
        var code = new StringBuilder("<code>");
        foreach (var character in VisibleText.Escape(text))
        {
            if (character > '\u007f' || char.IsAsciiLetterOrDigit(character) || character is ' ' or '-' or '/' or ',' or '+')
            {
                code.Append(character);
            }
            else if (character == '.' && !EndsWithWww(code))
            {
                code.Append('.');
            }
            else
            {
                code.Append(CultureInfo.InvariantCulture, $"&#{(int)character};");
            }
        }

        return code.Append("</code>").ToString();
    }

    /// <summary>The lines, each escaped, in a fence longer than any run of backticks in them.</summary>
    public static string Fence(string language, IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines);
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{fence}{language}\n{text}\n{fence}\n";
    }

    /// <summary>The text of several lines in a fence without highlighting.</summary>
    public static string Fence(string text) => Fence("text", VisibleText.Lines(text.ReplaceLineEndings("\n")));

    /// <summary>A link; null where the address is none of the web.</summary>
    /// <param name="text">What is shown, in words of our own.</param>
    /// <param name="url">The address, from wherever.</param>
    public static string? Link(string text, string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? $"[{text}](<{address.AbsoluteUri.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>)"
        : null;

    // GitHub makes a link of an address that starts with www, and a colon is a reference anyway.
    private static bool EndsWithWww(StringBuilder code) =>
        code.Length >= 3 && code.ToString(code.Length - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
