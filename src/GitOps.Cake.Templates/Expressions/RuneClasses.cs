using System.Collections.Concurrent;
using System.Globalization;

namespace GitOps.Cake.Templates.Expressions;

/// <summary>Sets of characters with a name.</summary>
internal static class RuneClasses
{
    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;

    // To make one means to look at every character there is. Names that are none are not kept: a template could make up any number of them.
    private static readonly ConcurrentDictionary<string, RuneSet> ByName = new(StringComparer.Ordinal);

    public static RuneSet All { get; } = RuneSet.Of((0, RuneSet.Last));

    public static RuneSet AllButLineEnd { get; } = RuneSet.Of((0, '\n' - 1), ('\n' + 1, RuneSet.Last));

    public static RuneSet Digits { get; } = RuneSet.Of(('0', '9'));

    public static RuneSet Blanks { get; } = RuneSet.Of(('\t', '\n'), ('\f', '\r'), (' ', ' '));

    public static RuneSet Words { get; } = RuneSet.Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    /// <summary>The classes that stand between [: and :], all of them within ASCII.</summary>
    public static RuneSet? Posix(string name) => name switch
    {
        "alnum" => RuneSet.Of(('0', '9'), ('A', 'Z'), ('a', 'z')),
        "alpha" => RuneSet.Of(('A', 'Z'), ('a', 'z')),
        "ascii" => RuneSet.Of((0, 0x7F)),
        "blank" => RuneSet.Of(('\t', '\t'), (' ', ' ')),
        "cntrl" => RuneSet.Of((0, 0x1F), (0x7F, 0x7F)),
        "digit" => Digits,
        "graph" => RuneSet.Of(('!', '~')),
        "lower" => RuneSet.Of(('a', 'z')),
        "print" => RuneSet.Of((' ', '~')),
        "punct" => RuneSet.Of(('!', '/'), (':', '@'), ('[', '`'), ('{', '~')),
        "space" => RuneSet.Of(('\t', '\r'), (' ', ' ')),
        "upper" => RuneSet.Of(('A', 'Z')),
        "word" => Words,
        "xdigit" => RuneSet.Of(('0', '9'), ('A', 'F'), ('a', 'f')),
        _ => null,
    };

    /// <summary>The classes of \p: Unicode's general categories, scripts, Any, ASCII and Assigned.</summary>
    /// <param name="name">A name as it is written.</param>
    public static RuneSet? Unicode(string name)
    {
        var canonical = UnicodeNames.Canonical(name);
        if (ByName.TryGetValue(canonical, out var known))
            return known;

        return Make(canonical) is { } made ? ByName.GetOrAdd(canonical, made) : null;
    }

    private static RuneSet? Make(string name) => name switch
    {
        "any" => All,
        "ascii" => RuneSet.Of((0, 0x7F)),
        "assigned" => Unicode([UnicodeCategory.OtherNotAssigned]).Negate(),
        "cs" => RuneSet.Of((FirstSurrogate, LastSurrogate)),
        _ => Categories(name) is { Length: > 0 } categories ? Unicode(categories) : UnicodeScripts.Find(name),
    };

    private static RuneSet Unicode(UnicodeCategory[] categories)
    {
        var set = new RuneSet();
        var start = -1;
        for (var rune = 0; rune <= RuneSet.Last + 1; rune++)
        {
            var isIn = rune <= RuneSet.Last && Array.IndexOf(categories, CharUnicodeInfo.GetUnicodeCategory(rune)) >= 0;
            if (isIn == start >= 0)
                continue;

            if (!isIn)
                set.Add(start, rune - 1);
            start = isIn ? rune : -1;
        }

        return set.Seal();
    }

    private static UnicodeCategory[] Categories(string name) => name switch
    {
        "l" => [UnicodeCategory.UppercaseLetter, UnicodeCategory.LowercaseLetter, UnicodeCategory.TitlecaseLetter, UnicodeCategory.ModifierLetter, UnicodeCategory.OtherLetter],
        "lc" => [UnicodeCategory.UppercaseLetter, UnicodeCategory.LowercaseLetter, UnicodeCategory.TitlecaseLetter],
        "lu" => [UnicodeCategory.UppercaseLetter],
        "ll" => [UnicodeCategory.LowercaseLetter],
        "lt" => [UnicodeCategory.TitlecaseLetter],
        "lm" => [UnicodeCategory.ModifierLetter],
        "lo" => [UnicodeCategory.OtherLetter],
        "m" => [UnicodeCategory.NonSpacingMark, UnicodeCategory.SpacingCombiningMark, UnicodeCategory.EnclosingMark],
        "mn" => [UnicodeCategory.NonSpacingMark],
        "mc" => [UnicodeCategory.SpacingCombiningMark],
        "me" => [UnicodeCategory.EnclosingMark],
        "n" => [UnicodeCategory.DecimalDigitNumber, UnicodeCategory.LetterNumber, UnicodeCategory.OtherNumber],
        "nd" => [UnicodeCategory.DecimalDigitNumber],
        "nl" => [UnicodeCategory.LetterNumber],
        "no" => [UnicodeCategory.OtherNumber],
        "p" =>
        [
            UnicodeCategory.ConnectorPunctuation, UnicodeCategory.DashPunctuation, UnicodeCategory.OpenPunctuation, UnicodeCategory.ClosePunctuation,
            UnicodeCategory.InitialQuotePunctuation, UnicodeCategory.FinalQuotePunctuation, UnicodeCategory.OtherPunctuation,
        ],
        "pc" => [UnicodeCategory.ConnectorPunctuation],
        "pd" => [UnicodeCategory.DashPunctuation],
        "ps" => [UnicodeCategory.OpenPunctuation],
        "pe" => [UnicodeCategory.ClosePunctuation],
        "pi" => [UnicodeCategory.InitialQuotePunctuation],
        "pf" => [UnicodeCategory.FinalQuotePunctuation],
        "po" => [UnicodeCategory.OtherPunctuation],
        "s" => [UnicodeCategory.MathSymbol, UnicodeCategory.CurrencySymbol, UnicodeCategory.ModifierSymbol, UnicodeCategory.OtherSymbol],
        "sm" => [UnicodeCategory.MathSymbol],
        "sc" => [UnicodeCategory.CurrencySymbol],
        "sk" => [UnicodeCategory.ModifierSymbol],
        "so" => [UnicodeCategory.OtherSymbol],
        "z" => [UnicodeCategory.SpaceSeparator, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator],
        "zs" => [UnicodeCategory.SpaceSeparator],
        "zl" => [UnicodeCategory.LineSeparator],
        "zp" => [UnicodeCategory.ParagraphSeparator],
        "c" => [UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.Surrogate, UnicodeCategory.PrivateUse, UnicodeCategory.OtherNotAssigned],
        "cc" => [UnicodeCategory.Control],
        "cf" => [UnicodeCategory.Format],
        "co" => [UnicodeCategory.PrivateUse],
        "cn" => [UnicodeCategory.OtherNotAssigned],
        _ => [],
    };
}
