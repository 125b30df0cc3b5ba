using System.Buffers;
using System.Net;

namespace GitOps.Cake.Cluster;

/// <summary>An answer of the API. Its bytes are lent: they are gone once it is disposed.</summary>
internal sealed class ApiAnswer : IDisposable
{
    private byte[] _buffer;
    private int _length;

    private ApiAnswer(HttpStatusCode status, int capacity) => (Status, _buffer) = (status, ArrayPool<byte>.Shared.Rent(capacity));

    public HttpStatusCode Status { get; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public ReadOnlyMemory<byte> Body => _buffer.AsMemory(0, _length);

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var length = response.Content.Headers.ContentLength ?? 64 * 1024;
        var answer = new ApiAnswer(response.StatusCode, (int)Math.Clamp(length + 1, 1024, 64 * 1024 * 1024));
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (await stream.ReadAsync(answer.Room(), cancellationToken).ConfigureAwait(false) is var count and > 0)
                    answer._length += count;
            }

            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            (_buffer, _length) = ([], 0);
        }
    }

    private Memory<byte> Room()
    {
        if (_length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan().CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(_length);
    }
}
