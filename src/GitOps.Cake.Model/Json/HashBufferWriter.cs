using System.Buffers;
using System.Security.Cryptography;

namespace GitOps.Cake.Json;

/// <summary>Hands what is written to a hash, one rented buffer at a time. Disposing it hands over the rest.</summary>
internal sealed class HashBufferWriter(IncrementalHash hash) : IBufferWriter<byte>, IDisposable
{
    private const int Size = 16 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    private int _written;

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_written);
    }

    public void Dispose()
    {
        Flush();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Reserve(int sizeHint)
    {
        var size = Math.Max(sizeHint, 1);
        if (_buffer.Length - _written >= size)
        {
            return;
        }

        Flush();
        if (_buffer.Length < size)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = ArrayPool<byte>.Shared.Rent(size);
        }
    }

    private void Flush()
    {
        hash.AppendData(_buffer, 0, _written);
        _written = 0;
    }
}
