using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Cli.Failures;

/// <summary>Says in one place what a call that did not end well came to, with names first.</summary>
internal static partial class EndMessage
{
    /// <summary>What happened; null where it ended well.</summary>
    public static string? Of(CallEnd end, HelmfileAnswer answer, HelmfileError? error, ImmutableArray<ReleaseOutcome> outcomes = default) => end switch
    {
        CallEnd.Ok or CallEnd.Unchanged or CallEnd.Changed => null,
        CallEnd.NoMatch => NoMatch(answer),
        CallEnd.UnknownEnvironment =>
            $"No state file knows the environment {EndReader.NothingMatched(answer)?.Environment}: declare it under 'environments:', or correct its name.",
        CallEnd.Usage => Usage(answer),
        CallEnd.Interrupted => $"helmfile was interrupted.{Left(outcomes)}",
        CallEnd.Crashed => $"{Crash(answer)}{Left(outcomes)}",
        _ => Failed(error),
    };

    /// <summary>The flag that this helmfile does not know; null where that is not the mistake.</summary>
    public static string? UnknownFlag(HelmfileAnswer answer) =>
        UnknownFlagLine().Match(answer.Log) is { Success: true } match ? match.Groups["flag"].Value : null;

    private static string NoMatch(HelmfileAnswer answer) => EndReader.NothingMatched(answer) switch
    {
        { Selectors.Length: > 0 } nothing => $"No release matches {nothing.Selectors} in the environment {nothing.Environment}. "
            + "Labels, names and namespaces of releases can be selected, and only where a release's condition holds.",
        var nothing => $"There is no release in the environment {nothing?.Environment}. Declare some under 'releases:', or see whether their conditions hold.",
    };

    private static string Usage(HelmfileAnswer answer) => $"helmfile does not take this command line: {answer.Log.Trim()}.";

    private static string Crash(HelmfileAnswer answer) =>
        answer.LogLines.FirstOrDefault(line => line.StartsWith("panic: ", StringComparison.Ordinal) || line.StartsWith("fatal error: ", StringComparison.Ordinal)) is { } panic
            ? $"helmfile crashed ({panic}), so its exit code {answer.ExitCode} says nothing."
            : $"helmfile was killed (exit code {answer.ExitCode}).";

    private static string Failed(HelmfileError? error) => error switch
    {
        null => "helmfile failed.",
        { Release: { } release, Dumps: [{ Reason: { } reason }, ..] } => $"{release}: {reason}\n{error.Text}",
        { Release: { } release } => $"{release}: {error.Text}",
        _ => error.Text,
    };

    private static string Left(ImmutableArray<ReleaseOutcome> outcomes) =>
        string.Concat(outcomes.IsDefault ? [] : outcomes.Where(outcome => outcome.Outcome != ReleaseOutcomeKind.Unchanged)
            .Select(outcome => $"\n{outcome.Release}: {outcome.Outcome}."));

    [GeneratedRegex(@"^unknown (?:shorthand )?flag: (?:'.' in )?(?<flag>-\S+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex UnknownFlagLine();
}
