using System.Globalization;

namespace GitOps.Cake.Templates.Dates;

internal ref partial struct DateReader
{
    private bool TryOffset(ReadOnlySpan<char> written, out string? outOfRange)
    {
        outOfRange = null;
        if (written[0] == 'Z' && _rest is ['Z', ..])
        {
            _rest = _rest[1..];
            _isUtc = true;
            return true;
        }

        if (_rest.Length < written.Length || _rest[0] is not ('+' or '-'))
            return false;

        Span<int> parts = [0, 0, 0];
        var position = 1;
        for (var part = 0; position < written.Length; part++)
        {
            if (written[position] == ':' && _rest[position++] != ':')
                return false;
            if (!int.TryParse(_rest.Slice(position, 2), NumberStyles.None, CultureInfo.InvariantCulture, out parts[part]))
                return false;
            position += 2;
        }

        outOfRange = parts[0] > 24 ? "time zone offset hour" : parts[1] > 60 ? "time zone offset minute" : parts[2] > 60 ? "time zone offset second" : null;
        var seconds = (parts[0] * 60 + parts[1]) * 60 + parts[2];
        _offset = _rest[0] == '-' ? -seconds : seconds;
        _rest = _rest[written.Length..];
        return true;
    }

    private bool TryZoneName()
    {
        if (_rest.StartsWith("UTC", StringComparison.Ordinal))
        {
            _rest = _rest[3..];
            _isUtc = true;
            return true;
        }

        var length = ZoneNameLength();
        if (length == 0)
            return false;

        _zone = _rest[..length].ToString();
        _rest = _rest[length..];
        return true;
    }

    // Three to five capitals, the longer ones ending in T; GMT+3; +03.
    private readonly int ZoneNameLength()
    {
        if (_rest.Length < 3)
            return 0;
        if (_rest.StartsWith("ChST", StringComparison.Ordinal) || _rest.StartsWith("MeST", StringComparison.Ordinal))
            return 4;
        if (_rest.StartsWith("GMT", StringComparison.Ordinal))
            return 3 + SignedHourLength(_rest[3..]);
        if (_rest[0] is '+' or '-')
            return SignedHourLength(_rest);

        var capitals = _rest.IndexOfAnyExceptInRange('A', 'Z') is >= 0 and var end ? end : _rest.Length;
        return capitals switch
        {
            3 => 3,
            4 when _rest[3] == 'T' || _rest.StartsWith("WITA", StringComparison.Ordinal) => 4,
            5 when _rest[4] == 'T' => 5,
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
