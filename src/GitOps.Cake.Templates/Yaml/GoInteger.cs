namespace GitOps.Cake.Templates.Yaml;

/// <summary>Integers as Go's strconv reads them when the text decides the base: <c>12 0x1F 0b11 0o17 017</c>.</summary>
internal static class GoInteger
{
    /// <summary>Reads an optional sign, a prefix and digits; underscores are the caller's business.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out bool hasSign, out bool isNegative, out ulong magnitude)
    {
        magnitude = 0;
        hasSign = text is ['+' or '-', ..];
        isNegative = text is ['-', ..];
        if (hasSign)
            text = text[1..];

        var (radix, prefix) = text switch
        {
            ['0', 'x' or 'X', ..] => (16u, 2),
            ['0', 'b' or 'B', ..] => (2u, 2),
            ['0', 'o' or 'O', ..] => (8u, 2),
            ['0', _, ..] => (8u, 1),
            _ => (10u, 0),
        };
        text = text[prefix..];
        return text.Length > 0 && TryDigits(text, radix, out magnitude);
    }

    private static bool TryDigits(ReadOnlySpan<char> digits, uint radix, out ulong magnitude)
    {
        magnitude = 0;
        foreach (var character in digits)
        {
            var digit = Digit(character);
            if (digit >= radix)
                return false;

            var high = Math.BigMul(magnitude, radix, out var low);
            var sum = low + digit;
            if (high != 0 || sum < low)
                return false;
            magnitude = sum;
        }

        return true;
    }

    private static uint Digit(char character) => character switch
    {
        >= '0' and <= '9' => (uint)(character - '0'),
        >= 'a' and <= 'f' => (uint)(character - 'a' + 10),
        >= 'A' and <= 'F' => (uint)(character - 'A' + 10),
        _ => uint.MaxValue,
    };
}
