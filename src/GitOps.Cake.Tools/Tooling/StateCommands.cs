using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Tooling;

/// <summary>Runs the programs that state files name, without the credentials of GitHub and the CI system.</summary>
internal sealed class StateCommands(IToolRunner runner) : ICommandRunner
{
    private static readonly ImmutableArray<int> AnyExitCode = [.. Enumerable.Range(0, 256)];

    public async Task<CommandOutput> RunAsync(CommandRequest command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var output = await runner.RunAsync(
            // What a template hands to a program may be secret, so none of it is shown.
            new(command.Program, [.. command.Arguments.Select(argument => new Argument("", new Secret(argument)))])
            {
                WorkingDirectory = command.Folder,
                Environment = command.Variables.ToImmutableDictionary(entry => entry.Key, entry => (Argument?)new Argument("", new Secret(entry.Value))),
                StandardInput = command.Input is null ? null : new Argument("", new Secret(command.Input)),
                Timeout = command.Timeout,
                ExpectedExitCodes = AnyExitCode,
            },
            command.Heard is { } heard ? line => heard(line.Text) : null,
            cancellationToken).ConfigureAwait(false);

        // A program may answer an interrupt by failing in order, and every exit code is expected: it did not fail by itself.
        if (output.ExitCode != 0)
            cancellationToken.ThrowIfCancellationRequested();

        return new(output.ExitCode, output.StandardOutput, output.StandardError);
    }
}
