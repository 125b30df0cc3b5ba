using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Diffs;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Logs;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Cli.Outcomes;

/// <summary>Reads what <c>diff</c>, <c>apply</c>, <c>sync</c> and <c>destroy</c> answered.</summary>
internal static class ChangeReader
{
    private static readonly DiffReading Nothing = new([]);

    /// <exception cref="Tooling.UnreadableOutputException">The text is none of helmfile's, or was cut off.</exception>
    public static ChangeReading Diff(HelmfileAnswer answer, KnownProject project)
    {
        answer.RequireText();
        var end = EndReader.Read(answer, project);
        if (Tells(end) is false)
            return new(end, Nothing, [], null);

        var log = LogReader.Read(answer);
        var error = Error(answer, log, project, end);
        var diff = new DiffReader(answer, log, error, project).Read();
        new DiffCheck(answer, log, error, project).Require(diff, end, isApply: false);
        return new(end is CallEnd.Ok or CallEnd.Changed ? diff.HasChanges ? CallEnd.Changed : CallEnd.Unchanged : end, diff, [], error);
    }

    /// <exception cref="Tooling.UnreadableOutputException">The text is none of helmfile's, or was cut off.</exception>
    public static ChangeReading Apply(HelmfileAnswer answer, KnownProject project) => Change(answer, project, ChangeVerb.Apply);

    /// <exception cref="Tooling.UnreadableOutputException">The text is none of helmfile's, or was cut off.</exception>
    public static ChangeReading Sync(HelmfileAnswer answer, KnownProject project) => Change(answer, project, ChangeVerb.Sync);

    /// <exception cref="Tooling.UnreadableOutputException">The text is none of helmfile's, or was cut off.</exception>
    public static ChangeReading Destroy(HelmfileAnswer answer, KnownProject project) => Change(answer, project, ChangeVerb.Destroy);

    private static ChangeReading Change(HelmfileAnswer answer, KnownProject project, ChangeVerb verb)
    {
        answer.RequireText();
        var end = EndReader.Read(answer, project);
        if (Tells(end) is false)
            return new(end, Nothing, [], null);

        var log = LogReader.Read(answer);
        var error = Error(answer, log, project, end);
        var diff = verb == ChangeVerb.Apply ? new DiffReader(answer, log, error, project).Read() : Nothing;
        if (verb == ChangeVerb.Apply)
            new DiffCheck(answer, log, error, project).Require(diff, end, isApply: true);

        var planned = new PlannedReleases(log, diff, error, project, verb).Find();
        new ChangeCheck(answer, log, error, project, verb).Require(planned, end, diff.HasChanges);
        var outcomes = new OutcomeReader(log, diff, error, end).Read(planned);
        return new(
            end is CallEnd.Ok or CallEnd.Changed ? outcomes.Any(outcome => outcome.Outcome != ReleaseOutcomeKind.Unchanged) ? CallEnd.Changed : CallEnd.Unchanged : end,
            diff,
            outcomes,
            error);
    }

    /// <summary>Whether there is more to read than the end.</summary>
    private static bool Tells(CallEnd end) => end is not (CallEnd.NoMatch or CallEnd.UnknownEnvironment or CallEnd.Usage);

    private static HelmfileError? Error(HelmfileAnswer answer, HelmfileLog log, KnownProject project, CallEnd end) =>
        end == CallEnd.Failed ? ErrorReader.Read(answer, log, project) : null;
}
