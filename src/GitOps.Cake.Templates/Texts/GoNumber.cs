using System.Globalization;

namespace GitOps.Cake.Templates.Texts;

/// <summary>Reads whole numbers as Go's <c>strconv</c> does. Radix 0: the prefix tells (0x, 0o, 0b, 0), and underscores may part digits.</summary>
internal static class GoNumber
{
    public static bool TryParse(ReadOnlySpan<char> text, int radix, out long value)
    {
        value = 0;
        var negative = text is ['-', ..];
        if (!TryParseUnsigned(text is ['-' or '+', ..] ? text[1..] : text, radix, out var magnitude))
            return false;
        if (magnitude > long.MaxValue && !(negative && magnitude == (ulong)long.MaxValue + 1))
            return false;

        value = negative ? -(long)magnitude : (long)magnitude;
        return true;
    }

    /// <summary>A decimal number; the largest or smallest one for what is beyond them, 0 for what is none.</summary>
    public static long Decimal(string text)
    {
        if (TryParse(text, 10, out var number))
            return number;

        var digits = text.AsSpan(text is ['-' or '+', ..] ? 1 : 0);
        var isNumber = !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9');
        return !isNumber ? 0 : text[0] == '-' ? long.MinValue : long.MaxValue;
    }

    public static bool TryParseUnsigned(ReadOnlySpan<char> text, int radix, out ulong value)
    {
        value = 0;
        if (radix == 0)
        {
            if (text.Contains('_') && !UnderscoresFit(text))
                return false;
            (radix, text) = WithoutPrefix(text);
        }
        else if (text.Contains('_'))
            return false;

        if (text.IsEmpty)
            return false;

        foreach (var unit in text)
        {
            if (unit == '_')
                continue;
            var digit = DigitOf(unit);
            if (digit >= radix)
                return false;

            var (overflow, next) = Next(value, radix, digit);
            if (overflow)
                return false;
            value = next;
        }

        return true;
    }

    private static (bool Overflow, ulong Value) Next(ulong value, int radix, int digit)
    {
        var next = (UInt128)value * (uint)radix + (uint)digit;
        return (next > ulong.MaxValue, (ulong)next);
    }

    internal static int DigitOf(char unit) =>
        char.IsAsciiHexDigit(unit) ? int.Parse([unit], NumberStyles.HexNumber, CultureInfo.InvariantCulture) : int.MaxValue;

    private static (int Radix, string Digits) WithoutPrefix(ReadOnlySpan<char> text) => text switch
    {
        ['0', 'x' or 'X', _, ..] => (16, text[2..].ToString()),
        ['0', 'o' or 'O', _, ..] => (8, text[2..].ToString()),
        ['0', 'b' or 'B', _, ..] => (2, text[2..].ToString()),
        ['0', _, ..] => (8, text[1..].ToString()),
        _ => (10, text.ToString()),
    };

    /// <summary>Whether every underscore stands between two digits, or between the prefix and a digit.</summary>
    public static bool UnderscoresFit(ReadOnlySpan<char> text)
    {
        if (text is ['-' or '+', ..])
            text = text[1..];

        var hex = text is ['0', 'x' or 'X', ..];
        var afterDigit = false;
        var afterUnderscore = false;
        if (hex || text is ['0', 'o' or 'O' or 'b' or 'B', ..])
        {
            afterDigit = true;
            text = text[2..];
        }

        foreach (var unit in text)
        {
            var isDigit = char.IsAsciiDigit(unit) || (hex && char.IsAsciiHexDigit(unit));
            if ((unit == '_' && !afterDigit) || (unit != '_' && !isDigit && afterUnderscore))
                return false;
            afterDigit = isDigit;
            afterUnderscore = unit == '_';
        }

        return !afterUnderscore;
    }
}
