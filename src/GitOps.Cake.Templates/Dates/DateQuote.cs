using System.Globalization;
using System.Text;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Dates;

/// <summary>How messages about times and durations quote: every byte that is no plain ASCII sign is written in hexadecimal.</summary>
internal static class DateQuote
{
    public static string Quote(ReadOnlySpan<char> text)
    {
        var output = new StringBuilder("\"");
        foreach (var unit in GoBytes.Encode(text.ToString()))
        {
            if (unit is < 0x20 or >= 0x80)
                output.Append(CultureInfo.InvariantCulture, $"\\x{unit:x2}");
            else if (unit is (byte)'"' or (byte)'\\')
                output.Append('\\').Append((char)unit);
            else
                output.Append((char)unit);
        }

        return output.Append('"').ToString();
    }
}
