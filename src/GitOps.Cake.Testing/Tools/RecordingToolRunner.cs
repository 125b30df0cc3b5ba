using System.Collections.Immutable;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Testing;

/// <summary>
/// Runs no program: it records the commands and gives the answers that a test prepared, so that a build can be tested where no tool is
/// installed. Register it as the <see cref="IToolRunner"/> of a build, or hand it to a client as its runner.
/// </summary>
public sealed class RecordingToolRunner : IToolRunner
{
    private readonly Lock _lock = new();
    private readonly List<(Func<ToolCommand, bool> IsMeant, ToolAnswer Answer)> _answers = [];
    private ImmutableArray<ToolCommand> _commands = [];

    /// <summary>The commands in the order in which they were to run; their texts show no secrets.</summary>
    public ImmutableArray<ToolCommand> Commands
    {
        get
        {
            lock (_lock)
            {
                return _commands;
            }
        }
    }

    /// <summary>A runner that knows a helmfile, a helm and helm-diff, a project without releases and an empty cluster; the rest is for the test to say.</summary>
    /// <param name="helmfileVersion">The version of helmfile.</param>
    /// <param name="helmVersion">The version of helm.</param>
    /// <param name="diffVersion">The version of helm-diff.</param>
    public static RecordingToolRunner WithHelmfile(string helmfileVersion = "1.8.0", string helmVersion = "4.1.4", string diffVersion = "3.15.11") =>
        new RecordingToolRunner()
            .On("helm", "list", new("[]\n"))
            .On("helmfile", "--version", new($"helmfile version {helmfileVersion}\n"))
            .On("helm", "version", new($"v{helmVersion}+g0000000\n"))
            .On("helm", "plugin", new($"NAME\tVERSION\tDESCRIPTION\ndiff\t{diffVersion}\tPreview helm upgrade changes as a diff\n"))
            .On("helmfile", "list", new("[]\n"));

    /// <summary>Prepares an answer; one that was prepared later wins over an earlier one.</summary>
    /// <param name="program">The program's name, without its folder.</param>
    /// <param name="word">A word that is among its arguments, such as its command.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>The same runner.</returns>
    public RecordingToolRunner On(string program, string word, ToolAnswer answer) => On(
        command => Path.GetFileNameWithoutExtension(command.Program) == program && command.Arguments.Any(argument => argument.ToString() == word),
        answer);

    /// <summary>Prepares an answer; one that was prepared later wins over an earlier one.</summary>
    /// <param name="isMeant">Which commands get it.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>The same runner.</returns>
    public RecordingToolRunner On(Func<ToolCommand, bool> isMeant, ToolAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        ArgumentNullException.ThrowIfNull(answer);
        lock (_lock)
        {
            _answers.Insert(0, (isMeant, answer));
        }

        return this;
    }

    /// <summary>Records a command and gives its answer.</summary>
    /// <param name="command">What would be run.</param>
    /// <param name="onLine">Is told every line of the answer.</param>
    /// <param name="cancellationToken">Stops the run before it begins.</param>
    /// <exception cref="InvalidOperationException">No answer was prepared.</exception>
    /// <exception cref="ToolFailedException">The answer's exit code is none that the command expects.</exception>
    public Task<ToolOutput> RunAsync(ToolCommand command, Action<ToolLine>? onLine, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        cancellationToken.ThrowIfCancellationRequested();
        var answer = Record(command);
        if (onLine is not null)
        {
            Tell(answer.StandardError, isError: true, onLine);
            Tell(answer.StandardOutput, isError: false, onLine);
        }

        ToolOutput output = new() { ExitCode = answer.ExitCode, StandardOutput = answer.StandardOutput, StandardError = answer.StandardError };
        return command.ExpectedExitCodes.Contains(output.ExitCode) ? Task.FromResult(output) : throw new ToolFailedException(command, output);
    }

    private static void Tell(string text, bool isError, Action<ToolLine> onLine)
    {
        if (text.Length == 0)
            return;

        foreach (var line in (text.EndsWith('\n') ? text[..^1] : text).Split('\n'))
            onLine(new(line, isError));
    }

    private ToolAnswer Record(ToolCommand command)
    {
        lock (_lock)
        {
            _commands = _commands.Add(command);
            var (isMeant, answer) = _answers.FirstOrDefault(entry => entry.IsMeant(command));
            return isMeant is null
                ? throw new InvalidOperationException($"No answer was prepared for: {command}. Say with {nameof(On)} what the program would have answered.")
                : answer;
        }
    }
}
