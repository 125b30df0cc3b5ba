namespace GitOps.Cake.Tooling;

/// <summary>
/// A stream of a program, which may stay open longer than the program lives: what the program wrote is read to its end, however late this process comes to it;
/// what others write afterwards is not waited for.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="isOver">Cancelled when the program is gone, and nothing more is waited for.</param>
/// <param name="kill">Cancelled when nothing is wanted any more.</param>
internal sealed class DrainedStream(Stream stream, CancellationToken isOver, CancellationToken kill)
{
    /// <summary>What is there already is read at once; the time is for a machine that stands still meanwhile.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(100);

    /// <summary>More than any pipe holds, so that somebody who goes on writing is not read for ever.</summary>
    private const int LargestRest = 4 * 1024 * 1024;

    private int _rest;

    /// <summary>Reads some bytes.</summary>
    /// <param name="buffer">Gets them.</param>
    /// <returns>How many; zero at the end.</returns>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(isOver, kill);
        try
        {
            return await stream.ReadAsync(buffer, end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return kill.IsCancellationRequested ? 0 : await ReadRestAsync(buffer).ConfigureAwait(false);
        }
    }

    private async ValueTask<int> ReadRestAsync(Memory<byte> buffer)
    {
        if (_rest > LargestRest)
            return 0;

        using var atOnce = CancellationTokenSource.CreateLinkedTokenSource(kill);
        atOnce.CancelAfter(AtOnce);
        try
        {
            var count = await stream.ReadAsync(buffer, atOnce.Token).ConfigureAwait(false);
            _rest += count;
            return count;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
    }
}
