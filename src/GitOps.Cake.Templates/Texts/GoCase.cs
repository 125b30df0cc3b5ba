using System.Text;

namespace GitOps.Cake.Templates.Texts;

/// <summary>Go's mapping of single characters to upper, lower and title case.</summary>
internal static class GoCase
{
    // .NET leaves alone what some languages map in ways of their own.
    public static Rune Upper(Rune rune) => rune.Value switch
    {
        'ı' => new('I'),
        'ſ' => new('S'),
        _ => Rune.ToUpperInvariant(rune),
    };

    public static Rune Lower(Rune rune) => rune.Value == 'İ' ? new('i') : Rune.ToLowerInvariant(rune);

    /// <summary>Upper case, but for letters that stand for two (ǆ, ǉ, ǌ, ǳ: only the first one is a capital) and for Georgian, which has no title case.</summary>
    public static Rune Title(Rune rune) => rune.Value switch
    {
        >= 'Ǆ' and <= 'ǆ' => new('ǅ'),
        >= 'Ǉ' and <= 'ǉ' => new('ǈ'),
        >= 'Ǌ' and <= 'ǌ' => new('ǋ'),
        >= 'Ǳ' and <= 'ǳ' => new('ǲ'),
        >= 'ა' and <= 'ჿ' => rune,
        _ => Upper(rune),
    };
}
