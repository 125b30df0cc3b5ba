using System.Buffers.Binary;
using System.Text;

namespace GitOps.Cake.Templates.Dates;

/// <summary>A compiled zone of the tz database (RFC 8536).</summary>
internal sealed class ZoneFile : GoZone
{
    private const int HeaderLength = 44;

    private readonly long[] _changes;
    private readonly byte[] _kinds;
    private readonly ZoneClock[] _clocks;
    private readonly PosixZone? _rule;

    private ZoneFile(long[] changes, byte[] kinds, ZoneClock[] clocks, PosixZone? rule)
    {
        this._changes = changes;
        this._kinds = kinds;
        this._clocks = clocks;
        this._rule = rule;
    }

    protected override IEnumerable<ZoneClock> Clocks => _clocks;

    /// <summary>Reads a file; null when it is none of a zone.</summary>
    public static GoZone? Read(byte[] file)
    {
        try
        {
            return file.AsSpan().StartsWith("TZif"u8) ? ReadParts(file) : null;
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            // Cut off in the middle.
            return null;
        }
    }

    public override ZoneClock At(long unixSeconds)
    {
        if (_changes.Length == 0 || unixSeconds < _changes[0])
            return First;

        var index = Array.BinarySearch(_changes, unixSeconds);
        index = index < 0 ? ~index - 1 : index;
        return index == _changes.Length - 1 && _rule is not null ? _rule.At(unixSeconds) : _clocks[_kinds[index]];
    }

    // What held before the first change: a clock that no change leads to, else winter time.
    private ZoneClock First =>
        _changes.Length == 0 && _rule is not null ? _rule.At(0)
        : _kinds.Contains((byte)0) ? _clocks.FirstOrDefault(static clock => !clock.IsSummer, _clocks[0]) : _clocks[0];

    private static ZoneFile ReadParts(ReadOnlySpan<byte> file)
    {
        var isLong = file[4] >= (byte)'2';
        if (isLong)
            file = file[(HeaderLength + DataLength(file, sizeof(int)))..];

        var size = isLong ? sizeof(long) : sizeof(int);
        var (timeCount, typeCount) = (Count(file, 3), Count(file, 4));
        var data = file[HeaderLength..];
        var changes = new long[timeCount];
        for (var index = 0; index < timeCount; index++)
        {
            changes[index] = isLong
                ? BinaryPrimitives.ReadInt64BigEndian(data[(index * size)..])
                : BinaryPrimitives.ReadInt32BigEndian(data[(index * size)..]);
        }

        var kinds = data.Slice(timeCount * size, timeCount).ToArray();
        var types = data[(timeCount * (size + 1))..];
        var names = types[(typeCount * 6)..];
        var clocks = new ZoneClock[typeCount];
        for (var index = 0; index < typeCount; index++)
        {
            var type = types.Slice(index * 6, 6);
            var name = names[type[5]..];
            clocks[index] = new(BinaryPrimitives.ReadInt32BigEndian(type), Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]), type[4] != 0);
        }

        var footer = isLong ? Encoding.ASCII.GetString(file[(HeaderLength + DataLength(file, size))..]).Trim('\n') : "";
        return new(changes, kinds, clocks, PosixZone.Parse(footer));
    }

    private static int Count(ReadOnlySpan<byte> file, int index) => BinaryPrimitives.ReadInt32BigEndian(file[(20 + index * sizeof(int))..]);

    private static int DataLength(ReadOnlySpan<byte> file, int size) =>
        Count(file, 3) * (size + 1) + Count(file, 4) * 6 + Count(file, 5) + Count(file, 2) * (size + sizeof(int)) + Count(file, 1) + Count(file, 0);
}
