using System.Text;

namespace GitOps.Cake.Templates.Expressions;

/// <summary>Which characters are the same but for their case.</summary>
internal static class CaseFolding
{
    /// <summary>No character before this one has another case.</summary>
    public const int First = 'A';

    /// <summary>No character behind this one has another case.</summary>
    public const int Last = 0x1E943;

    // Families that upper and lower case alone do not lead to.
    private static readonly string[] Families =
    [
        "kK\u212A", "sS\u017F", "\u00E5\u00C5\u212B", "\u03C9\u03A9\u2126", "\u00B5\u03BC\u039C", "\u03B2\u03D0\u0392", "\u03B5\u03F5\u0395",
        "\u03B8\u03D1\u0398\u03F4", "\u03B9\u0345\u0399\u1FBE", "\u03BA\u03F0\u039A", "\u03C0\u03D6\u03A0", "\u03C1\u03F1\u03A1",
        "\u03C3\u03C2\u03A3", "\u03C6\u03D5\u03A6", "\u1E61\u1E9B\u1E60", "\u00DF\u1E9E", "\u01C4\u01C5\u01C6", "\u01C7\u01C8\u01C9",
        "\u01CA\u01CB\u01CC", "\u01F1\u01F2\u01F3", "\u0432\u1C80\u0412", "\u0434\u1C81\u0414", "\u043E\u1C82\u041E", "\u0441\u1C83\u0421",
        "\u0442\u1C84\u1C85\u0422", "\u044A\u1C86\u042A", "\u0463\u1C87\u0462", "\uA64B\u1C88\uA64A",
    ];

    /// <summary>The other characters of a character's family.</summary>
    public static IEnumerable<int> Orbit(int rune)
    {
        if (!Rune.IsValid(rune))
            yield break;
        if (rune <= char.MaxValue && Array.Find(Families, family => family.Contains((char)rune, StringComparison.Ordinal)) is { } found)
        {
            foreach (var unit in found)
            {
                if (unit != rune)
                    yield return unit;
            }

            yield break;
        }

        // Dotted and dotless i have no partner.
        if (rune is 0x130 or 0x131)
            yield break;

        var upper = Rune.ToUpperInvariant(new(rune)).Value;
        var lower = Rune.ToLowerInvariant(new(rune)).Value;
        if (upper != rune)
            yield return upper;
        if (lower != rune)
            yield return lower;
    }
}
