using System.Globalization;

namespace GitOps.Cake.Templates.Dates;

internal ref partial struct DateReader
{
    private bool TryOffset(ReadOnlySpan<char> written, out string? outOfRange)
    {
        outOfRange = null;
        if (written[0] == 'Z' && rest is ['Z', ..])
        {
            rest = rest[1..];
            isUtc = true;
            return true;
        }

        if (rest.Length < written.Length || rest[0] is not ('+' or '-'))
            return false;

        Span<int> parts = [0, 0, 0];
        var position = 1;
        for (var part = 0; position < written.Length; part++)
        {
            if (written[position] == ':' && rest[position++] != ':')
                return false;
            if (!int.TryParse(rest.Slice(position, 2), NumberStyles.None, CultureInfo.InvariantCulture, out parts[part]))
                return false;
            position += 2;
        }

        outOfRange = parts[0] > 24 ? "time zone offset hour" : parts[1] > 60 ? "time zone offset minute" : parts[2] > 60 ? "time zone offset second" : null;
        var seconds = (parts[0] * 60 + parts[1]) * 60 + parts[2];
        offset = rest[0] == '-' ? -seconds : seconds;
        rest = rest[written.Length..];
        return true;
    }

    private bool TryZoneName()
    {
        if (rest.StartsWith("UTC", StringComparison.Ordinal))
        {
            rest = rest[3..];
            isUtc = true;
            return true;
        }

        var length = ZoneNameLength();
        if (length == 0)
            return false;

        zone = rest[..length].ToString();
        rest = rest[length..];
        return true;
    }

    // Three to five capitals, the longer ones ending in T; GMT+3; +03.
    private readonly int ZoneNameLength()
    {
        if (rest.Length < 3)
            return 0;
        if (rest.StartsWith("ChST", StringComparison.Ordinal) || rest.StartsWith("MeST", StringComparison.Ordinal))
            return 4;
        if (rest.StartsWith("GMT", StringComparison.Ordinal))
            return 3 + SignedHourLength(rest[3..]);
        if (rest[0] is '+' or '-')
            return SignedHourLength(rest);

        var capitals = rest.IndexOfAnyExceptInRange('A', 'Z') is >= 0 and var end ? end : rest.Length;
        return capitals switch
        {
            3 => 3,
            4 when rest[3] == 'T' || rest.StartsWith("WITA", StringComparison.Ordinal) => 4,
            5 when rest[4] == 'T' => 5,
            _ => 0,
        };
    }

    private static int SignedHourLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('+' or '-'))
            return 0;

        var end = text[1..].IndexOfAnyExceptInRange('0', '9') is >= 0 and var other ? other + 1 : text.Length;
        return int.TryParse(text[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours <= 23 ? end : 0;
    }
}
