using System.Globalization;
using System.Text;

namespace GitOps.Cake.Templates.Texts;

/// <summary>The classes of characters that Go's functions ask for.</summary>
internal static class GoUnicode
{
    public const int Replacement = 0xFFFD;

    public static bool IsAlphanumeric(Rune rune) => rune.Value == '_' || Rune.IsLetter(rune) || Rune.IsDigit(rune);

    // Letters, marks, numbers, punctuation, symbols and the plain blank; no other space, no control, nothing unassigned.
    public static bool IsPrintable(Rune rune) =>
        rune.IsAscii
            ? rune.Value is >= ' ' and <= '~'
            : Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
                _ => true,
            };

    public static bool IsSpace(int rune) => rune switch
    {
        '\t' or '\n' or '\v' or '\f' or '\r' or ' ' or 0x85 or 0xA0 or 0x1680 or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000 => true,
        >= 0x2000 and <= 0x200A => true,
        _ => false,
    };

    public static bool IsUpper(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.UppercaseLetter;

    public static bool IsLower(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.LowercaseLetter;

    public static bool IsTitle(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.TitlecaseLetter;

    public static bool IsPunctuation(Rune rune) => Rune.IsPunctuation(rune);

    public static bool IsNumber(Rune rune) => Rune.IsNumber(rune);
}
