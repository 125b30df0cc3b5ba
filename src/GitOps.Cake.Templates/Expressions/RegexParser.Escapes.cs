using System.Buffers;
using System.Globalization;

namespace GitOps.Cake.Templates.Expressions;

internal sealed partial class RegexParser
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private RegexNode ParseEscaped()
    {
        if (position + 1 < pattern.Length)
        {
            switch (pattern[position + 1])
            {
                case 'A':
                    return Place(RegexPlace.TextStart);
                case 'z':
                    return Place(RegexPlace.TextEnd);
                case 'b':
                    return Place(RegexPlace.WordBoundary);
                case 'B':
                    return Place(RegexPlace.NoWordBoundary);
            }
        }

        return TryParseSet(out var set) ? new RegexNode.Characters(set) : Literal(ParseEscapedRune());
    }

    private RegexNode.Place Place(RegexPlace kind)
    {
        position += 2;
        return new(kind);
    }

    // \Q...\E, or to the end. A repetition behind it takes the last character alone.
    private void ParseQuotation(List<RegexNode> parts)
    {
        var start = position + 2;
        var end = pattern.IndexOf("\\E", start, StringComparison.Ordinal);
        position = end < 0 ? pattern.Length : end + 2;
        foreach (var rune in pattern[start..(end < 0 ? pattern.Length : end)].EnumerateRunes())
            parts.Add(Literal(rune.Value));
    }

    // \d \s \w \pL and their opposites.
    private bool TryParseSet(out RuneSet set)
    {
        set = RuneClasses.All;
        if (position + 1 >= pattern.Length)
            return false;

        switch (pattern[position + 1])
        {
            case 'd' or 'D':
                set = RuneClasses.Digits;
                break;
            case 's' or 'S':
                set = RuneClasses.Blanks;
                break;
            case 'w' or 'W':
                set = RuneClasses.Words;
                break;
            case 'p' or 'P':
                set = ParseUnicodeClass();
                return true;
            default:
                return false;
        }

        set = Folded(set);
        set = char.IsAsciiLetterUpper(pattern[position + 1]) ? set.Negate() : set;
        position += 2;
        return true;
    }

    private RuneSet Folded(RuneSet set)
    {
        if (!flags.HasFlag(RegexFlags.FoldCase))
            return set;

        var folded = new RuneSet();
        folded.Add(set);
        folded.Fold();
        return folded.Seal();
    }

    // \pL \p{Greek} \p{^L} \PL
    private RuneSet ParseUnicodeClass()
    {
        var start = position;
        var isNegated = pattern[position + 1] == 'P';
        position += 2;
        var name = "";
        if (IsAt('{'))
        {
            var end = pattern.IndexOf('}', position);
            if (end < 0)
                throw new RegexSyntaxException("invalid character class range", pattern[start..]);
            name = pattern[(position + 1)..end];
            position = end + 1;
        }
        else if (position < pattern.Length)
            name = char.ConvertFromUtf32(TakeRune());
        else
            throw new RegexSyntaxException("invalid character class range", pattern[start..]);

        if (name.StartsWith('^'))
        {
            isNegated = !isNegated;
            name = name[1..];
        }

        var set = RuneClasses.Unicode(name) ?? throw new RegexSyntaxException("invalid character class range", pattern[start..position]);
        set = Folded(set);
        return isNegated ? set.Negate() : set;
    }

    private int ParseEscapedRune()
    {
        var start = position++;
        if (position >= pattern.Length)
            throw new RegexSyntaxException("trailing backslash at end of expression", "");

        var unit = TakeRune();
        var simple = unit switch
        {
            'a' => '\a',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            _ => -1,
        };
        if (simple >= 0)
            return simple;
        if (unit is '0' || (unit is >= '1' and <= '7' && position < pattern.Length && pattern[position] is >= '0' and <= '7'))
            return ParseOctal(unit - '0');
        if (unit == 'x' && TryParseHexadecimal(out var rune))
            return rune;

        // Signs stand for themselves, letters and digits are reserved.
        return unit < 0x80 && !char.IsAsciiLetterOrDigit((char)unit) ? unit : throw new RegexSyntaxException("invalid escape sequence", pattern[start..position]);
    }

    private int ParseOctal(int rune)
    {
        for (var digits = 1; digits < 3 && position < pattern.Length && pattern[position] is >= '0' and <= '7'; digits++)
            rune = rune * 8 + (pattern[position++] - '0');
        return rune;
    }

    private bool TryParseHexadecimal(out int rune)
    {
        rune = 0;
        if (!IsAt('{'))
        {
            var isByte = position + 2 <= pattern.Length
                && int.TryParse(pattern.AsSpan(position, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out rune);
            position = Math.Min(position + (isByte ? 2 : 1), pattern.Length);
            return isByte;
        }

        var digits = pattern.AsSpan(position + 1);
        var length = digits.IndexOf('}');
        var isRune = length is > 0 and <= 8
            && int.TryParse(digits[..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out rune) && rune is >= 0 and <= RuneSet.Last;
        position = Math.Min(position + (isRune ? length + 2 : 1), pattern.Length);
        return isRune;
    }
}
