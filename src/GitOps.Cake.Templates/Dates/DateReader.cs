using GitOps.Cake.Templates.Texts;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Dates;

/// <summary>Reads times by a layout; see <see cref="DateWriter"/>.</summary>
internal ref partial struct DateReader(string layout, string text, GoZone local)
{
    private readonly string _layout = layout;
    private readonly string _text = text;
    private readonly GoZone _local = local;

    private ReadOnlySpan<char> _rest = text;
    private int _year;
    private int _month = -1;
    private int _day = -1;
    private int _dayOfYear = -1;
    private int _hour;
    private int _minute;
    private int _second;
    private int _nanosecond;
    private bool _isMorning;
    private bool _isAfternoon;
    private int? _offset;
    private bool _isUtc;
    private string _zone = "";

    /// <exception cref="TemplateFunctionException">The text does not fit the layout, or names a day that does not exist.</exception>
    public GoTime Read()
    {
        var layoutRest = _layout.AsSpan();
        while (true)
        {
            var chunk = LayoutChunk.Next(layoutRest);
            if (!TrySkip(chunk.Prefix))
                throw Mismatch(_rest, chunk.Prefix);
            if (chunk.Element == LayoutElement.None)
                break;

            var held = _rest;
            if (!TryElement(chunk, out var outOfRange))
                throw Mismatch(held, chunk.Written);
            if (outOfRange is not null)
                throw Wrong($"{outOfRange} out of range");
            layoutRest = chunk.Suffix;
        }

        if (!_rest.IsEmpty)
            throw Wrong($"extra text: {DateQuote.Quote(_rest)}");
        return Time();
    }

    // A blank of the layout stands for any number of them.
    private bool TrySkip(ReadOnlySpan<char> prefix)
    {
        while (!prefix.IsEmpty)
        {
            if (prefix[0] == ' ')
            {
                if (!_rest.IsEmpty && _rest[0] != ' ')
                    return false;
                prefix = prefix.TrimStart(' ');
                _rest = _rest.TrimStart(' ');
                continue;
            }

            if (_rest.IsEmpty || _rest[0] != prefix[0])
                return false;
            prefix = prefix[1..];
            _rest = _rest[1..];
        }

        return true;
    }

    private GoTime Time()
    {
        if (_isAfternoon && _hour < 12)
            _hour += 12;
        else if (_isMorning && _hour == 12)
            _hour = 0;
        CheckDay();

        var clock = GoTime.FromClock(_year, _month, _day, _hour, _minute, _second, _nanosecond);
        if (_isUtc)
            return clock;
        if (_offset is { } known)
        {
            var time = clock with { UnixSeconds = clock.UnixSeconds - known };
            var there = _local.At(time.UnixSeconds);
            var isLocal = there.Offset == known && (_zone.Length == 0 || _zone == there.Name);
            return time with { Offset = known, Zone = isLocal ? there.Name : _zone };
        }

        if (_zone.Length == 0)
            return _local.FromClock(clock);
        if (_local.OffsetOf(_zone, clock.UnixSeconds) is { } named)
            return _local.In(clock with { UnixSeconds = clock.UnixSeconds - named });

        // A name that the local zone does not know tells nothing, but for GMT+3.
        var guess = _zone.StartsWith("GMT", StringComparison.Ordinal) && GoNumber.TryParse(_zone.AsSpan(3), 10, out var hours) ? (int)hours * 3600 : 0;
        return clock with { UnixSeconds = clock.UnixSeconds - guess, Offset = guess, Zone = _zone };
    }

    private void CheckDay()
    {
        if (_dayOfYear >= 0)
        {
            if (_dayOfYear < 1 || _dayOfYear > (IsLeap(_year) ? 366 : 365))
                throw Wrong("day-of-year out of range");

            var date = GoTime.FromClock(_year, 1, 1);
            date = date with { UnixSeconds = date.UnixSeconds + (_dayOfYear - 1) * 86_400L };
            if ((_month >= 0 && _month != date.Month) || (_day >= 0 && _day != date.Day))
                throw Wrong(_month >= 0 && _month != date.Month ? "day-of-year does not match month" : "day-of-year does not match day");
            (_month, _day) = (date.Month, date.Day);
            return;
        }

        _month = _month < 0 ? 1 : _month;
        _day = _day < 0 ? 1 : _day;
        if (_day < 1 || _day > DaysIn(_year, _month))
            throw Wrong("day out of range");
    }

    private static int DaysIn(int year, int month) => month == 2 ? IsLeap(year) ? 29 : 28 : month is 4 or 6 or 9 or 11 ? 30 : 31;

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    private readonly TemplateFunctionException Mismatch(ReadOnlySpan<char> value, ReadOnlySpan<char> element) =>
        new($"parsing time {DateQuote.Quote(_text)} as {DateQuote.Quote(_layout)}: cannot parse {DateQuote.Quote(value)} as {DateQuote.Quote(element)}");

    private readonly TemplateFunctionException Wrong(string message) => new($"parsing time {DateQuote.Quote(_text)}: {message}");
}
