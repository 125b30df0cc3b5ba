using System.IO.Pipes;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Tooling;

/// <summary>The pipe of a program that is gone, while a child of it still holds the other end.</summary>
public sealed class DrainingStreams : IDisposable
{
    private readonly AnonymousPipeServerStream _program = new(PipeDirection.Out);
    private readonly AnonymousPipeClientStream _ours;

    public DrainingStreams() => _ours = new(PipeDirection.In, _program.ClientSafePipeHandle);

    [Fact]
    public async Task What_the_program_wrote_is_read_to_its_end_however_late_that_is()
    {
        _program.Write(new byte[60_000]);

        (await CountAsync(_ours, isOver: new(canceled: true))).ShouldBe(60_000);
    }

    [Fact]
    public async Task It_is_listened_to_until_the_time_is_over()
    {
        using var isOver = new CancellationTokenSource();
        var count = CountAsync(_ours, isOver.Token);
        _program.Write(new byte[1000]);
        count.IsCompleted.ShouldBeFalse();

        await isOver.CancelAsync();

        (await count).ShouldBe(1000);
    }

    [Fact]
    public async Task Nothing_more_of_a_killed_one_is_read()
    {
        _program.Write(new byte[1000]);

        (await CountAsync(_ours, isOver: new(canceled: true), kill: new(canceled: true))).ShouldBe(0);
    }

    [Fact]
    public async Task Who_goes_on_writing_is_not_read_for_ever()
    {
        var everlasting = new Everlasting();

        await CountAsync(everlasting, isOver: new(canceled: true));

        everlasting.WasAsked.ShouldBeTrue();
    }

    public void Dispose()
    {
        _ours.Dispose();
        _program.Dispose();
    }

    private static async Task<int> CountAsync(Stream stream, CancellationToken isOver, CancellationToken kill = default)
    {
        var drained = new DrainedStream(stream, isOver, kill);
        var buffer = new byte[16 * 1024];
        var all = 0;
        while (await drained.ReadAsync(buffer) is var count and > 0)
            all += count;

        return all;
    }

    private sealed class Everlasting : MemoryStream
    {
        public bool WasAsked { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WasAsked = true;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
