using System.Diagnostics;
using System.Runtime.InteropServices;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Tooling;

public sealed class StoppingTools : IDisposable
{
    // What no machine takes, however busy it is.
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    private readonly Interruption _interruption = new(new() { Register = false, InTerminal = () => true, Exit = _ => { } });
    private readonly List<string> _lines = [];
    private int _processId;

    public StoppingTools() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");

    [Fact]
    public async Task A_cancelled_program_is_interrupted_and_may_end_by_itself()
    {
        using var stop = new CancellationTokenSource();
        var failure = await Assert.ThrowsAsync<OperationCanceledException>(
            () => Runner().RunAsync(Dummy.Command("wait"), WhenReady(stop.Cancel), stop.Token));

        failure.CancellationToken.ShouldBe(stop.Token);
        failure.Message.ShouldContain("it was interrupted.");
        _lines.ShouldContain("interrupt 1");
        ShouldBeGone();
    }

    [Fact]
    public async Task One_that_ignores_the_interrupt_is_killed_after_the_grace_period()
    {
        using var stop = new CancellationTokenSource();
        var grace = TimeSpan.FromSeconds(10);
        var started = Stopwatch.GetTimestamp();
        var failure = await Assert.ThrowsAsync<OperationCanceledException>(
            () => Runner(grace).RunAsync(Dummy.Command("ignore"), WhenReady(stop.Cancel), stop.Token));

        failure.Message.ShouldContain("it was killed.");
        Stopwatch.GetElapsedTime(started).ShouldBeGreaterThan(grace);
        _lines.ShouldContain("interrupt 1");
        ShouldBeGone();
    }

    [Fact]
    public async Task The_children_of_a_program_are_interrupted_with_it()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAsync<OperationCanceledException>(
            () => Runner().RunAsync(Dummy.Command("parent", "wait"), WhenReady(stop.Cancel), stop.Token));

        _lines.ShouldContain("interrupt 1");
        ShouldBeGone();
    }

    [Fact]
    public async Task The_children_of_a_program_are_killed_with_it()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAsync<OperationCanceledException>(
            () => Runner(TimeSpan.FromMilliseconds(300)).RunAsync(Dummy.Command("parent", "ignore"), WhenReady(stop.Cancel), stop.Token));

        ShouldBeGone();
    }

    [Fact]
    public async Task A_timeout_is_told_as_such()
    {
        var command = Dummy.Command("wait") with { Timeout = TimeSpan.FromSeconds(8), Purpose = "wait" };
        var failure = await Should.ThrowAsync<ToolTimedOutException>(
            () => Runner().RunAsync(command, TestContext.Current.CancellationToken));

        failure.Message.ShouldStartWith("GitOps.Cake could not wait: it took longer than 8 s and was interrupted.");
        failure.Killed.ShouldBeFalse();
    }

    [Fact]
    public async Task After_an_interrupt_by_a_terminal_no_second_one_is_sent_within_the_grace_period()
    {
        var failure = await Assert.ThrowsAsync<OperationCanceledException>(
            () => Runner(TimeSpan.FromMilliseconds(500)).RunAsync(
                Dummy.Command("wait"), WhenReady(() => _interruption.Raise(PosixSignal.SIGINT)), _interruption.Token));

        failure.Message.ShouldContain("it was killed.");
        _lines.ShouldNotContain("interrupt 1");
        ShouldBeGone();
    }

    [Fact]
    public async Task After_a_termination_programs_are_interrupted()
    {
        var failure = await Assert.ThrowsAsync<OperationCanceledException>(
            () => Runner().RunAsync(
                Dummy.Command("wait"), WhenReady(() => _interruption.Raise(PosixSignal.SIGTERM)), _interruption.Token));

        failure.Message.ShouldContain("it was interrupted.");
        _lines.ShouldContain("interrupt 1");
    }

    [Fact]
    public async Task A_second_signal_kills_at_once()
    {
        var started = Stopwatch.GetTimestamp();
        await Assert.ThrowsAsync<OperationCanceledException>(
            () => Runner(Long).RunAsync(
                Dummy.Command("parent", "ignore"),
                WhenReady(() =>
                {
                    _interruption.Raise(PosixSignal.SIGINT);
                    _interruption.Raise(PosixSignal.SIGINT);
                }),
                _interruption.Token));

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Long);
        ShouldBeGone();
    }

    [Fact]
    public async Task A_cancelled_token_starts_nothing() => await Assert.ThrowsAsync<OperationCanceledException>(
        () => Runner().RunAsync(Dummy.Command("wait"), new CancellationToken(canceled: true)));

    public void Dispose() => _interruption.Dispose();

    private ToolRunner Runner(TimeSpan? gracePeriod = null) =>
        new(new() { GracePeriod = gracePeriod ?? Long }, new(), _interruption);

    private Action<ToolLine> WhenReady(Action act) => line =>
    {
        _lines.Add(line.Text);
        if (line.Text.Split(' ') is ["ready", var id])
        {
            _processId = int.Parse(id);
            act();
        }
    };

    /// <summary>A killed process goes a moment later; what init has not yet fetched is a zombie and runs no more.</summary>
    private void ShouldBeGone()
    {
        _processId.ShouldBeGreaterThan(0);
        SpinWait.SpinUntil(IsGone, Long).ShouldBeTrue();
    }

    private bool IsGone()
    {
        try
        {
            return File.ReadAllText($"/proc/{_processId}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
        }
    }
}
