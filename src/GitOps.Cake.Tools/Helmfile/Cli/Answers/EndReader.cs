using System.Text.RegularExpressions;

namespace GitOps.Cake.Helmfile.Cli.Answers;

/// <summary>Tells how a call ended, from its exit code and the few texts that an exit code shares with another meaning.</summary>
internal static partial class EndReader
{
    private const int Interrupted = 130;
    private const int Terminated = 143;
    private const int BySignal = 128;

    /// <exception cref="Tooling.UnreadableOutputException">It has to say what went wrong, and does not.</exception>
    public static CallEnd Read(HelmfileAnswer answer, KnownProject project) => answer.ExitCode switch
    {
        0 => NothingMatched(answer) is { } nothing ? Kind(nothing, project) : CallEnd.Ok,
        2 => Panicked(answer) ? CallEnd.Crashed : CallEnd.Changed,
        3 when answer.Log.Length == 0 => throw answer.Unreadable("it ended with exit code 3 without a word."),
        3 => NothingMatched(answer) is { } nothing ? Kind(nothing, project) : CallEnd.Usage,
        Interrupted or Terminated => CallEnd.Interrupted,
        < 0 or > BySignal => CallEnd.Crashed,
        _ => Panicked(answer) ? CallEnd.Crashed : CallEnd.Failed,
    };

    /// <summary>The selectors and the environment for which there was no release; null where that is not what happened.</summary>
    public static NothingMatched? NothingMatched(HelmfileAnswer answer) =>
        Message().Match(answer.Log) is { Success: true } match ? new(match.Groups["selectors"].Value, match.Groups["environment"].Value) : null;

    public static bool Panicked(HelmfileAnswer answer) =>
        answer.LogLines.Any(line => line.StartsWith("panic: ", StringComparison.Ordinal) || line.StartsWith("fatal error: ", StringComparison.Ordinal));

    /// <summary>A state file that does not know the environment is skipped without a word, so both causes have one message.</summary>
    private static CallEnd Kind(NothingMatched nothing, KnownProject project) =>
        project.Knows(nothing.Environment) ?? (nothing.Selectors.Length > 0 || nothing.Environment == KnownProject.DefaultEnvironment)
            ? CallEnd.NoMatch
            : CallEnd.UnknownEnvironment;

    [GeneratedRegex(
        @"^err: no releases found that matches specified selector\((?<selectors>.*)\) and environment\((?<environment>.*)\), in any helmfile$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Message();
}
