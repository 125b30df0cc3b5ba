using System.Text;

namespace GitOps.Cake.Tooling;

/// <summary>Cuts a stream of bytes into lines, with no more memory than the longest line it gives out.</summary>
internal sealed class LineSplitter(Action<string> onLine)
{
    private const int LongestLine = 8192;

    private readonly byte[] _line = new byte[LongestLine];
    private int _length;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOf((byte)'\n');
            var part = end < 0 ? bytes : bytes[..end];
            var room = LongestLine - _length;
            if (part.Length > room)
            {
                Append(bytes[..room]);
                bytes = bytes[room..];
                Emit();
                continue;
            }

            Append(part);
            if (end < 0)
                return;

            Emit();
            bytes = bytes[(end + 1)..];
        }
    }

    /// <summary>Gives out a last line that has no end.</summary>
    public void Flush()
    {
        if (_length > 0)
            Emit();
    }

    private void Append(ReadOnlySpan<byte> part)
    {
        part.CopyTo(_line.AsSpan(_length));
        _length += part.Length;
    }

    private void Emit()
    {
        var line = _line.AsSpan(0, _length).TrimEnd((byte)'\r');
        _length = 0;
        onLine(Encoding.UTF8.GetString(line));
    }
}
