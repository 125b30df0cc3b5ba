namespace GitOps.Cake.Tooling;

/// <summary>Runs a program again where it failed, for calls over a network. The pauses grow: 1, 2, 4 seconds and so on, at most half a minute.</summary>
/// <param name="runner">Runs the program.</param>
/// <param name="retries">How often it is tried again.</param>
/// <param name="time">Measures the pauses.</param>
internal sealed class RetryingRunner(IToolRunner runner, int retries, TimeProvider time) : IToolRunner
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    public async Task<ToolOutput> RunAsync(ToolCommand command, Action<ToolLine>? onLine, CancellationToken cancellationToken = default)
    {
        var left = retries;
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await runner.RunAsync(command, onLine, cancellationToken).ConfigureAwait(false);
            }
            catch (ToolFailedException) when (left-- > 0)
            {
                await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
