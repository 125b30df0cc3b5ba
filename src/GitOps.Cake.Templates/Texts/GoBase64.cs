namespace GitOps.Cake.Templates.Texts;

/// <summary>Base64 as Go's standard decoder reads it: with padding, line ends allowed anywhere, and errors that name the byte.</summary>
internal static class GoBase64
{
    private const int GroupLength = 4;

    public static bool TryDecode(string text, out byte[] bytes, out string problem)
    {
        bytes = [];
        problem = "";
        var source = GoBytes.Encode(text);
        var decoded = new List<byte>(source.Length / GroupLength * 3);
        var position = 0;
        while (position < source.Length)
        {
            if (DecodeGroup(source, ref position, decoded) is not { } wrong)
                continue;

            problem = $"illegal base64 data at input byte {wrong}";
            return false;
        }

        bytes = [.. decoded];
        return true;
    }

    // Gives the place of a mistake.
    private static int? DecodeGroup(byte[] source, ref int position, List<byte> decoded)
    {
        Span<int> group = stackalloc int[GroupLength];
        var count = 0;
        while (count < GroupLength)
        {
            if (position == source.Length)
                return count == 0 ? null : position - count;

            var unit = source[position++];
            if (unit is (byte)'\n' or (byte)'\r')
                continue;
            if (unit == '=')
                return EndGroup(source, ref position, group, count, decoded);

            var digit = Digit(unit);
            if (digit < 0)
                return position - 1;
            group[count++] = digit;
        }

        Add(group, 3, decoded);
        return null;
    }

    // The first padding sign is behind us.
    private static int? EndGroup(byte[] source, ref int position, Span<int> group, int count, List<byte> decoded)
    {
        if (count < 2)
            return position - 1;

        SkipLineEnds(source, ref position);
        if (count == 2)
        {
            if (position == source.Length)
                return source.Length;
            if (source[position] != '=')
                return position - 1;
            position++;
            SkipLineEnds(source, ref position);
        }

        group[count..].Clear();
        Add(group, count - 1, decoded);
        return position < source.Length ? position : null;
    }

    private static void SkipLineEnds(byte[] source, ref int position)
    {
        while (position < source.Length && source[position] is (byte)'\n' or (byte)'\r')
            position++;
    }

    private static void Add(ReadOnlySpan<int> group, int count, List<byte> decoded)
    {
        var bits = group[0] << 18 | group[1] << 12 | group[2] << 6 | group[3];
        for (var index = 0; index < count; index++)
            decoded.Add((byte)(bits >> (16 - index * 8)));
    }

    private static int Digit(byte unit) => unit switch
    {
        >= (byte)'A' and <= (byte)'Z' => unit - 'A',
        >= (byte)'a' and <= (byte)'z' => unit - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => unit - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
