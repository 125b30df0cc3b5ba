using System.Text;

namespace GitOps.Cake.Templates.Texts;

/// <summary>Base32 as Go's standard encoder writes and its decoder reads it.</summary>
internal static class GoBase32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int GroupLength = 8;
    private const int DigitBits = 5;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var output = new StringBuilder((bytes.Length + 4) / 5 * GroupLength);
        var (buffer, bits) = (0, 0);
        foreach (var unit in bytes)
        {
            buffer = (buffer << 8 | unit) & 0xFFFF;
            for (bits += 8; bits >= DigitBits; bits -= DigitBits)
                output.Append(Alphabet[buffer >> (bits - DigitBits) & 31]);
        }

        if (bits > 0)
            output.Append(Alphabet[buffer << (DigitBits - bits) & 31]);
        return output.Append('=', (GroupLength - output.Length % GroupLength) % GroupLength).ToString();
    }

    public static bool TryDecode(string text, out byte[] bytes, out string problem)
    {
        bytes = [];
        problem = "";
        var source = GoBytes.Encode(text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        var decoded = new List<byte>(source.Length);
        var isEnd = false;
        for (var start = 0; start < source.Length && !isEnd; start += GroupLength)
        {
            if (DecodeGroup(source, start, decoded, out isEnd) is not { } wrong)
                continue;

            problem = $"illegal base32 data at input byte {wrong}";
            return false;
        }

        bytes = [.. decoded];
        return true;
    }

    // Gives the place of a mistake.
    private static int? DecodeGroup(byte[] source, int start, List<byte> decoded, out bool isEnd)
    {
        isEnd = false;
        var (bits, count) = (0UL, 0);
        for (; count < GroupLength; count++)
        {
            var position = start + count;
            if (position >= source.Length)
                return start;

            var rest = source.Length - position - 1;
            if (source[position] == '=' && count >= 2 && rest < GroupLength)
            {
                isEnd = true;
                if (Padding(source, position, count) is { } wrong)
                    return wrong;
                break;
            }

            var digit = Alphabet.IndexOf((char)source[position], StringComparison.Ordinal);
            if (digit < 0)
                return position;
            bits |= (ulong)digit << (35 - count * DigitBits);
        }

        for (var index = 0; index < count * DigitBits / 8; index++)
            decoded.Add((byte)(bits >> (32 - index * 8)));
        return null;
    }

    private static int? Padding(byte[] source, int position, int count)
    {
        var rest = source.Length - position - 1;
        if (rest + count < GroupLength - 1)
            return source.Length;

        for (var index = 0; index < GroupLength - 1 - count; index++)
        {
            if (rest > index && source[position + 1 + index] != '=')
                return position + index;
        }

        return count is 1 or 3 or 6 ? position : null;
    }
}
