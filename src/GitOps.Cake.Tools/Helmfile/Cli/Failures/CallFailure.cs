using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Reports;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Failures;

/// <summary>Turns a call that did not end well into the exception that says so.</summary>
internal static class CallFailure
{
    /// <exception cref="NothingSelectedException">Nothing is chosen, and that is not allowed.</exception>
    /// <exception cref="InvalidSettingsException">helmfile does not take the command line.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    /// <exception cref="GitOpsException">It failed or crashed.</exception>
    public static void ThrowIf(CallEnd end, HelmfileAnswer answer, HelmfileError? error, HelmfileScope? scope, ImmutableArray<ReleaseOutcome> outcomes = default)
    {
        if (EndMessage.Of(end, answer, error, outcomes) is not { } message)
            return;

        switch (end)
        {
            case CallEnd.NoMatch when answer.ExitCode == 0:
                return;
            case CallEnd.NoMatch:
                throw new NothingSelectedException(scope?.File ?? "helmfile.yaml", scope?.Selectors ?? []);
            case CallEnd.UnknownEnvironment:
                throw new UnknownEnvironmentException(EndReader.NothingMatched(answer)!.Environment, [new(scope?.File ?? "helmfile.yaml", [])]);
            case CallEnd.Usage:
                throw new InvalidSettingsException(message);
            case CallEnd.Interrupted:
                throw new OperationCanceledException(message);
            default:
                throw new GitOpsException(FailureText.Of(answer.Command, message, "", "See what helmfile names, correct it, and run again."));
        }
    }
}
