namespace GitOps.Cake.Helmfile.Ports;

/// <summary>Runs the programs that state files name: <c>exec</c> in templates, references, decryption.</summary>
public interface ICommandRunner
{
    /// <summary>Runs a program to its end, without a shell.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="cancellationToken">Interrupts the program.</param>
    /// <returns>What it answered, whatever its exit code.</returns>
    /// <exception cref="GitOpsException">There is no such program, or it cannot be executed.</exception>
    /// <exception cref="OperationCanceledException">The program was interrupted.</exception>
    Task<CommandOutput> RunAsync(CommandRequest command, CancellationToken cancellationToken);
}
