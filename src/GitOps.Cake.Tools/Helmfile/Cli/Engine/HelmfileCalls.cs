using System.Text;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Arguments;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Logs;
using GitOps.Cake.Helmfile.Cli.Programs;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Engine;

/// <summary>Runs helmfile: what it logs is told as it comes, and both streams are kept, also those of a call that was cut off.</summary>
internal sealed class HelmfileCalls(CliWorld world)
{
    /// <summary>helmfile hands an interrupt on to helm by itself; helm takes a second one for an order to drop everything.</summary>
    private static readonly ForwardedInterrupts Forwards = new("helm", TimeSpan.FromSeconds(10));

    /// <param name="tools">The programs.</param>
    /// <param name="scope">What is worked on.</param>
    /// <param name="line">The command and its options.</param>
    /// <param name="purpose">What the call is to do, for messages.</param>
    /// <param name="cancellationToken">Interrupts helmfile; its answer then says how far it came.</param>
    /// <exception cref="InvalidSettingsException">A tool is too old for an option, or does not know it.</exception>
    public async Task<HelmfileAnswer> RunAsync(
        CliTools tools, HelmfileScope scope, IEnumerable<Argument> line, string purpose, CancellationToken cancellationToken)
    {
        Argument[] arguments = [.. GlobalLine.Of(scope, tools.Helm?.Path), .. line];
        NewerFlags.Refuse(arguments, tools);
        var answer = await RunAsync(tools, arguments, purpose, cancellationToken).ConfigureAwait(false);
        return EndMessage.UnknownFlag(answer) is { } flag
            ? throw new InvalidSettingsException($"helmfile {tools.Helmfile.Version} does not know {flag}: update helmfile, or leave the option out.")
            : answer;
    }

    /// <summary>Runs helmfile with arguments that belong to no scope.</summary>
    public async Task<HelmfileAnswer> RunAsync(CliTools tools, IReadOnlyCollection<Argument> arguments, string purpose, CancellationToken cancellationToken)
    {
        var command = new ToolCommand(tools.Helmfile.Path, [.. arguments])
        {
            WorkingDirectory = world.Workspace,
            Environment = CliEnvironment.Variables,
            ExpectedExitCodes = AnyExitCode,
            Purpose = purpose,
            Forwards = Forwards,
        };
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        var progress = new Progress(world.Log, world.ProgressPerRelease, arguments.Any(argument => argument.ToString() == "diff"));
        try
        {
            var ended = await world.Runner.RunAsync(command, Hear, cancellationToken).ConfigureAwait(false);
            return new(command, ended.ExitCode, ended.StandardOutput, errors.ToString());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && errors.Length + output.Length > 0)
        {
            return new(command, Killed, output.ToString(), errors.ToString());
        }

        void Hear(ToolLine text)
        {
            (text.IsError ? errors : output).Append(text.Text).Append('\n');
            progress.Hear(text);
        }
    }

    private const int Killed = 130;

    private static readonly System.Collections.Immutable.ImmutableArray<int> AnyExitCode = [.. Enumerable.Range(0, 256)];
}
