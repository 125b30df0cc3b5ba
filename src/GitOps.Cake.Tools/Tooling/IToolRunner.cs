namespace GitOps.Cake.Tooling;

/// <summary>The one door through which programs are run.</summary>
public interface IToolRunner
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="onLine">Is told every line at once, in the order of its stream; called from several threads, never at the same time.</param>
    /// <param name="cancellationToken">Interrupts the program; after the grace period it is killed, with all that it started.</param>
    /// <returns>What it answered, with an expected exit code.</returns>
    /// <exception cref="ToolNotFoundException">There is no such program, or it cannot be executed.</exception>
    /// <exception cref="ToolFailedException">The exit code is not an expected one, or more was printed than was to be captured.</exception>
    /// <exception cref="ToolTimedOutException">The program took longer than it may.</exception>
    /// <exception cref="OperationCanceledException">The program was interrupted by the token.</exception>
    Task<ToolOutput> RunAsync(ToolCommand command, Action<ToolLine>? onLine, CancellationToken cancellationToken = default);
}
