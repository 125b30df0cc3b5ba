using System.Globalization;
using System.Text;

namespace GitOps.Cake.Templates.Texts;

internal static class GoRune
{
    /// <summary>A character's number, and itself where it can be seen: <c>U+20AC '€'</c>.</summary>
    public static string Describe(Rune rune) =>
        string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}{(GoUnicode.IsPrintable(rune) ? $" '{rune}'" : "")}");
}
