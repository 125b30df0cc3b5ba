using System.Collections.Immutable;
using CliWrap;

namespace Build.Tools;

/// <summary>Runs the programs that tools are fetched and built with.</summary>
internal sealed record ToolCommand(string Program, string Folder)
{
    private const int LinesKept = 30;

    /// <summary>Variables to set, or with null to remove.</summary>
    public ImmutableDictionary<string, string?> Environment { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <returns>What the program wrote to its standard output.</returns>
    /// <exception cref="ToolRestoreException">It ended with an error; the message has the end of what it wrote.</exception>
    public async Task<string> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var output = new List<string>();
        var last = new Queue<string>();
        var command = Cli.Wrap(Program)
            .WithArguments(arguments)
            .WithWorkingDirectory(Folder)
            .WithEnvironmentVariables(Environment)
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line => Keep(line, output)))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(line => Keep(line, others: null)));
        var result = await command.ExecuteAsync(cancellationToken);
        return result.IsSuccess ? string.Join('\n', output) : throw Failure(command, result.ExitCode, last);

        void Keep(string line, List<string>? others)
        {
            lock (last)
            {
                others?.Add(line);
                last.Enqueue(line);
                if (last.Count > LinesKept)
                {
                    last.Dequeue();
                }
            }
        }
    }

    private static ToolRestoreException Failure(ICommandConfiguration command, int exitCode, IEnumerable<string> lines) => new($"""
        A program that RestoreTools needs ended with exit code {exitCode}.
          > {command.TargetFilePath} {Shorten(command.Arguments)}
          @ {command.WorkingDirPath}
        {string.Join('\n', lines)}
        """);

    private static string Shorten(string arguments) => arguments.Length <= 500 ? arguments : $"{arguments[..500]} …";
}
