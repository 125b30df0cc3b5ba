using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Tooling;

public sealed class TryingAgain
{
    private static readonly ToolCommand Command = new("helm", "pull");

    [Theory]
    [InlineData(0, 0, true, "")]
    [InlineData(3, 2, true, "1 2")]
    [InlineData(7, 9, false, "1 2 4 8 16 30 30")]
    public async Task A_call_that_fails_is_made_again_after_growing_pauses(int retries, int failures, bool succeeds, string pauses)
    {
        var time = new InstantTime();
        var runner = new RetryingRunner(new FailingRunner(failures), retries, time);

        if (succeeds)
            await runner.RunAsync(Command, TestContext.Current.CancellationToken);
        else
            await Should.ThrowAsync<ToolFailedException>(() => runner.RunAsync(Command, TestContext.Current.CancellationToken));

        string.Join(' ', time.Pauses.Select(pause => pause.TotalSeconds)).ShouldBe(pauses);
    }

    private sealed class FailingRunner(int failures) : IToolRunner
    {
        private int _left = failures;

        public Task<ToolOutput> RunAsync(ToolCommand command, Action<ToolLine>? onLine, CancellationToken cancellationToken = default) =>
            _left-- > 0 ? throw new ToolFailedException(command, new() { ExitCode = 1, StandardError = "unreachable" }) : Task.FromResult(new ToolOutput { ExitCode = 0 });
    }

    /// <summary>Every timer is due at once.</summary>
    private sealed class InstantTime : TimeProvider
    {
        public List<TimeSpan> Pauses { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Pauses.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
