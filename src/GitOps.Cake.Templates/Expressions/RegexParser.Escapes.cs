using System.Buffers;
using System.Globalization;

namespace GitOps.Cake.Templates.Expressions;

internal sealed partial class RegexParser
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private RegexNode ParseEscaped()
    {
        if (_position + 1 < _pattern.Length)
        {
            switch (_pattern[_position + 1])
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
        _position += 2;
        return new(kind);
    }

    // \Q...\E, or to the end. A repetition behind it takes the last character alone.
    private void ParseQuotation(List<RegexNode> parts)
    {
        var start = _position + 2;
        var end = _pattern.IndexOf("\\E", start, StringComparison.Ordinal);
        _position = end < 0 ? _pattern.Length : end + 2;
        foreach (var rune in _pattern[start..(end < 0 ? _pattern.Length : end)].EnumerateRunes())
            parts.Add(Literal(rune.Value));
    }

    // \d \s \w \pL and their opposites.
    private bool TryParseSet(out RuneSet set)
    {
        set = RuneClasses.All;
        if (_position + 1 >= _pattern.Length)
            return false;

        switch (_pattern[_position + 1])
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
        set = char.IsAsciiLetterUpper(_pattern[_position + 1]) ? set.Negate() : set;
        _position += 2;
        return true;
    }

    private RuneSet Folded(RuneSet set)
    {
        if (!_flags.HasFlag(RegexFlags.FoldCase))
            return set;

        var folded = new RuneSet();
        folded.Add(set);
        folded.Fold();
        return folded.Seal();
    }

    // \pL \p{Greek} \p{^L} \PL
    private RuneSet ParseUnicodeClass()
    {
        var start = _position;
        var isNegated = _pattern[_position + 1] == 'P';
        _position += 2;
        var name = "";
        if (IsAt('{'))
        {
            var end = _pattern.IndexOf('}', _position);
            if (end < 0)
                throw new RegexSyntaxException("invalid character class range", _pattern[start..]);
            name = _pattern[(_position + 1)..end];
            _position = end + 1;
        }
        else if (_position < _pattern.Length)
            name = char.ConvertFromUtf32(TakeRune());
        else
            throw new RegexSyntaxException("invalid character class range", _pattern[start..]);

        if (name.StartsWith('^'))
        {
            isNegated = !isNegated;
            name = name[1..];
        }

        var set = RuneClasses.Unicode(name) ?? throw new RegexSyntaxException("invalid character class range", _pattern[start.._position]);
        set = Folded(set);
        return isNegated ? set.Negate() : set;
    }

    private int ParseEscapedRune()
    {
        var start = _position++;
        if (_position >= _pattern.Length)
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
        if (unit is '0' || (unit is >= '1' and <= '7' && _position < _pattern.Length && _pattern[_position] is >= '0' and <= '7'))
            return ParseOctal(unit - '0');
        if (unit == 'x' && TryParseHexadecimal(out var rune))
            return rune;

        // Signs stand for themselves, letters and digits are reserved.
        return unit < 0x80 && !char.IsAsciiLetterOrDigit((char)unit) ? unit : throw new RegexSyntaxException("invalid escape sequence", _pattern[start.._position]);
    }

    private int ParseOctal(int rune)
    {
        for (var digits = 1; digits < 3 && _position < _pattern.Length && _pattern[_position] is >= '0' and <= '7'; digits++)
            rune = rune * 8 + (_pattern[_position++] - '0');
        return rune;
    }

    private bool TryParseHexadecimal(out int rune)
    {
        rune = 0;
        if (!IsAt('{'))
        {
            var isByte = _position + 2 <= _pattern.Length
                && int.TryParse(_pattern.AsSpan(_position, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out rune);
            _position = Math.Min(_position + (isByte ? 2 : 1), _pattern.Length);
            return isByte;
        }

        var digits = _pattern.AsSpan(_position + 1);
        var length = digits.IndexOf('}');
        var isRune = length is > 0 and <= 8
            && int.TryParse(digits[..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out rune) && rune is >= 0 and <= RuneSet.Last;
        _position = Math.Min(_position + (isRune ? length + 2 : 1), _pattern.Length);
        return isRune;
    }
}
