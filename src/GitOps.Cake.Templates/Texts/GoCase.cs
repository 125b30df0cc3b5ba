using System.Text;

namespace GitOps.Cake.Templates.Texts;

/// <summary>Go's mapping of single characters to upper, lower and title case.</summary>
internal static class GoCase
{
    public static Rune Upper(Rune rune) => Rune.ToUpperInvariant(rune);

    public static Rune Lower(Rune rune) => Rune.ToLowerInvariant(rune);

    public static Rune Title(Rune rune) => Upper(rune);
}
