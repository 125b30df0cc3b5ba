using System.Collections.Immutable;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Answers;

/// <summary>What one call of helmfile answered: both streams apart, without colours, with plain line ends.</summary>
internal sealed record HelmfileAnswer
{
    public HelmfileAnswer(ToolCommand command, int exitCode, string output, string log)
    {
        (Command, ExitCode) = (command, exitCode);
        (Output, Log) = (PlainText.Of(output), PlainText.Of(log));
    }

    public ToolCommand Command { get; }

    public int ExitCode { get; }

    /// <summary>The standard output: the result.</summary>
    public string Output { get; }

    /// <summary>The standard error: the log, the summary and the error.</summary>
    public string Log { get; }

    public ImmutableArray<string> OutputLines => PlainText.Lines(Output);

    public ImmutableArray<string> LogLines => PlainText.Lines(Log);

    public bool Has(string argument) => Command.Arguments.Any(given => given.ToString() == argument);

    /// <summary>Whether helmfile was told to keep its log to itself.</summary>
    public bool IsQuiet => Has("-q") || Has("--quiet");

    /// <exception cref="UnreadableOutputException">A stream ends within a line, so it was cut off; or the log is no text.</exception>
    public void RequireText()
    {
        if (Output.Length > 0 && Output[^1] != '\n')
            throw Unreadable("its standard output ends within a line.");

        if (Log.Length > 0 && Log[^1] != '\n')
            throw Unreadable("its standard error ends within a line.");

        if (PlainText.IsBinary(Log))
            throw Unreadable("its standard error is no text.");
    }

    public UnreadableOutputException Unreadable(string problem, Exception? cause = null) => new(Command, problem, Log, cause);
}
