namespace GitOps.Cake.Tooling;

/// <summary>Shorter ways to run a program.</summary>
public static class ToolRunnerExtensions
{
    /// <summary>Runs a program to its end, without an eye on its lines.</summary>
    /// <param name="runner">The runner.</param>
    /// <param name="command">What to run.</param>
    /// <param name="cancellationToken">Interrupts the program; after the grace period it is killed, with all that it started.</param>
    /// <returns>What it answered, with an expected exit code.</returns>
    /// <inheritdoc cref="IToolRunner.RunAsync" path="/exception"/>
    public static Task<ToolOutput> RunAsync(
        this IToolRunner runner, ToolCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(runner);
        return runner.RunAsync(command, onLine: null, cancellationToken);
    }
}
