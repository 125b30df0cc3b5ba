namespace GitOps.Cake.Tooling;

/// <summary>Ends a program that is not to go on: interrupted first, killed with all that it started after the grace period.</summary>
internal sealed class ToolStop(ToolCommand command, TimeSpan gracePeriod, Interruption? interruption) : IDisposable
{
    private readonly CancellationTokenSource _kill = new();

    /// <summary>Cancelled when the program is to be killed.</summary>
    public CancellationToken Kill => _kill.Token;

    public bool Killed => _kill.IsCancellationRequested;

    public ToolStopReason Reason { get; private set; }

    /// <summary>Waits for the end of a program, and brings it about when the token or the timeout asks for it.</summary>
    public async Task WaitAsync(int processId, Task ended, CancellationToken cancellationToken)
    {
        var forced = interruption?.Forced ?? CancellationToken.None;
        Reason = await FirstAsync(ended, command.Timeout, cancellationToken, forced).ConfigureAwait(false);
        if (Reason is ToolStopReason.None)
            return;

        var tree = ProcessTree.Of(processId);
        var left = gracePeriod;
        if (Reason is ToolStopReason.TimedOut || interruption?.Mode is not InterruptionMode.AlreadyDelivered)
            left -= await InterruptAsync(tree, ended, forced).ConfigureAwait(false);

        await FirstAsync(ended, left, forced).ConfigureAwait(false);
        if (!ended.IsCompleted)
            await _kill.CancelAsync().ConfigureAwait(false);

        tree.Kill();
    }

    /// <summary>Interrupts what has to be interrupted from here.</summary>
    /// <returns>How much of the grace period is over then.</returns>
    private async Task<TimeSpan> InterruptAsync(ProcessTree tree, Task ended, CancellationToken forced)
    {
        if (command.Forwards is not { } forwards || forwards.Patience >= gracePeriod)
        {
            tree.Interrupt();
            return TimeSpan.Zero;
        }

        // What the program does not hand its interrupt on to, such as a hook, would be waited for to its end.
        tree.InterruptAllBut(forwards.To);
        await FirstAsync(ended, forwards.Patience, forced).ConfigureAwait(false);
        if (!ended.IsCompleted && !forced.IsCancellationRequested)
            tree.Interrupt();

        return forwards.Patience;
    }

    /// <summary>Kills the program at once.</summary>
    public void Now() => _kill.Cancel();

    public void Dispose() => _kill.Dispose();

    private static async Task<ToolStopReason> FirstAsync(Task ended, TimeSpan? limit, params CancellationToken[] tokens)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(tokens);
        // Only the wait is cut off; the outcome of the program itself is looked at by whoever started it.
        await ended.WaitAsync(limit ?? Timeout.InfiniteTimeSpan, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ended.IsCompleted ? ToolStopReason.None : stop.IsCancellationRequested ? ToolStopReason.Cancelled : ToolStopReason.TimedOut;
    }
}
