using System.Buffers.Binary;
using System.Text;

namespace GitOps.Cake.Templates.Dates;

/// <summary>A compiled zone of the tz database (RFC 8536).</summary>
internal sealed class ZoneFile : GoZone
{
    private const int HeaderLength = 44;

    private readonly long[] changes;
    private readonly byte[] kinds;
    private readonly ZoneClock[] clocks;
    private readonly PosixZone? rule;

    private ZoneFile(long[] changes, byte[] kinds, ZoneClock[] clocks, PosixZone? rule)
    {
        this.changes = changes;
        this.kinds = kinds;
        this.clocks = clocks;
        this.rule = rule;
    }

    protected override IEnumerable<ZoneClock> Clocks => clocks;

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
        if (changes.Length == 0 || unixSeconds < changes[0])
            return First;

        var index = Array.BinarySearch(changes, unixSeconds);
        index = index < 0 ? ~index - 1 : index;
        return index == changes.Length - 1 && rule is not null ? rule.At(unixSeconds) : clocks[kinds[index]];
    }

    // What held before the first change: a clock that no change leads to, else winter time.
    private ZoneClock First =>
        changes.Length == 0 && rule is not null ? rule.At(0)
        : kinds.Contains((byte)0) ? clocks.FirstOrDefault(static clock => !clock.IsSummer, clocks[0]) : clocks[0];

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
