using GitOps.Cake.Helmfile.Cli.Answers;
using GitOps.Cake.Helmfile.Cli.Arguments;
using GitOps.Cake.Helmfile.Cli.Engine;
using GitOps.Cake.Helmfile.Cli.Failures;
using GitOps.Cake.Helmfile.Cli.Outcomes;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Cli;

/// <content>Commands that compare or change releases.</content>
internal sealed partial class CliEngine
{
    public async Task<Plan> DiffAsync(HelmfileDiffSettings settings, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings);
        var session = await OpenAsync(settings.Scope, cancellationToken, compares: true).ConfigureAwait(false);
        var project = await session.ReadProjectAsync(cancellationToken).ConfigureAwait(false);
        return await PlanAsync(session, project, session.Facts(), settings, retryFailed: false, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ApplyReport> ApplyAsync(HelmfileApplySettings settings, ChangeSteps steps, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(steps);
        SettingsCheck.Require(settings);
        var started = world.Time.GetTimestamp();
        var session = await OpenAsync(settings.Scope, cancellationToken, compares: true, changes: true).ConfigureAwait(false);
        var project = await session.ReadChangedProjectAsync(cancellationToken).ConfigureAwait(false);
        await EnterAsync(steps, session, project, cancellationToken).ConfigureAwait(false);
        var plan = await PlanAsync(session, project, session.Facts(), Comparison(settings), settings.RetryFailed, cancellationToken).ConfigureAwait(false);
        await steps.Planned(plan, cancellationToken).ConfigureAwait(false);
        var report = new ReportMaking(plan, session);
        if (plan.Releases.Any(release => release.Comparison == Plans.Comparison.Failed))
            return report.Stopped();

        // What is equal to a revision that failed is no change to helmfile: an apply has nothing to do then, and a sync retries it.
        if (!report.HasWorkForHelmfile)
            return await report.FinishAsync([], interrupted: false, settings, world.Time.GetElapsedTime(started), cancellationToken).ConfigureAwait(false);

        var answer = await session.RunAsync(ChangeLines.Of(settings with { Scope = session.Scope }), "apply the releases", cancellationToken).ConfigureAwait(false);
        var reading = ChangeReader.Apply(answer, project);
        RequireReport(reading, answer, settings.Scope);
        WarnOfOtherPlan(plan, reading);
        return await report.FinishAsync(
            Explain(reading, answer), reading.End == CallEnd.Interrupted, settings, world.Time.GetElapsedTime(started), cancellationToken).ConfigureAwait(false);
    }

    public async Task<ApplyReport> SyncAsync(HelmfileSyncSettings settings, ChangeSteps steps, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings);
        return await ChangeAsync(
            settings.Scope,
            scope => ChangeLines.Of(settings with { Scope = scope }),
            "sync the releases",
            ChangeReader.Sync,
            steps,
            cancellationToken).ConfigureAwait(false);
    }

    public async Task<ApplyReport> DestroyAsync(HelmfileDestroySettings settings, ChangeSteps steps, CancellationToken cancellationToken)
    {
        SettingsCheck.Require(settings);
        return await ChangeAsync(
            settings.Scope,
            scope => ChangeLines.Of(settings with { Scope = scope }),
            "uninstall the releases",
            ChangeReader.Destroy,
            steps,
            cancellationToken).ConfigureAwait(false);
    }

    private static HelmfileDiffSettings Comparison(HelmfileApplySettings settings) => new()
    {
        Scope = settings.Scope,
        Values = settings.Values,
        Needs = settings.Needs,
        Diff = settings.Diff,
        Drift = settings.Drift,
        PreviousValues = settings.Upgrade.PreviousValues,
        TakeOwnership = settings.Upgrade.TakeOwnership,
        ServerSide = settings.Upgrade.ServerSide,
        PostRenderer = settings.Upgrade.PostRenderer,
        PostRendererArgs = settings.Upgrade.PostRendererArgs,
        Validate = settings.Validate,
        Args = settings.Args,
        TemplateArgs = settings.TemplateArgs,
    };

    private async Task<Plan> PlanAsync(
        CliSession session, KnownProject project, ReleaseFacts facts, HelmfileDiffSettings settings, bool retryFailed, CancellationToken cancellationToken)
    {
        var started = world.Time.GetTimestamp();
        var answer = await session.RunAsync(ChangeLines.Of(settings with { Scope = session.Scope }), "compare the releases", cancellationToken).ConfigureAwait(false);
        var reading = ChangeReader.Diff(answer, project);
        if (reading.End != CallEnd.Failed || reading.Diff.IsEmpty)
            CallFailure.ThrowIf(reading.End, answer, reading.Error, settings.Scope);

        var cluster = await session.ClusterAsync(cancellationToken).ConfigureAwait(false);
        return await new CliPlanner(facts, new ManifestDigest(planKey: null)).MakeAsync(
            new()
            {
                Scope = session.Scope,
                Project = project,
                Reading = reading,
                Answer = answer,
                Diff = settings.Diff,
                RetryFailed = retryFailed,
                Clusters = cluster is null ? [] : [new("", cluster.Uid)],
                DefaultNamespace = cluster?.DefaultNamespace ?? "default",
                Origin = new()
                {
                    CreatedAt = world.Time.GetUtcNow(),
                    Engine = $"helmfile {session.Tools.Helmfile.Version}",
                    Helm = session.Tools.Helm!.Version.ToString(),
                    Kubernetes = cluster?.KubeVersion,
                    KubeContext = settings.Scope.KubeContext,
                    File = settings.Scope.File,
                    Duration = world.Time.GetElapsedTime(started),
                },
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a command that changes releases without a plan of its own; its report's plan says what was tried.</summary>
    private async Task<ApplyReport> ChangeAsync(
        HelmfileScope scope,
        Func<HelmfileScope, IEnumerable<Tooling.Argument>> line,
        string purpose,
        Func<HelmfileAnswer, KnownProject, ChangeReading> read,
        ChangeSteps steps,
        CancellationToken cancellationToken)
    {
        var started = world.Time.GetTimestamp();
        var session = await OpenAsync(scope, cancellationToken, changes: true).ConfigureAwait(false);
        var project = await session.ReadChangedProjectAsync(cancellationToken).ConfigureAwait(false);
        await EnterAsync(steps, session, project, cancellationToken).ConfigureAwait(false);
        var answer = await session.RunAsync(line(session.Scope), purpose, cancellationToken).ConfigureAwait(false);
        var reading = read(answer, project);
        RequireReport(reading, answer, scope);
        var cluster = reading.End == CallEnd.Interrupted ? null : await session.ClusterAsync(cancellationToken).ConfigureAwait(false);
        var plan = TriedPlan.Of(session.Scope, project, reading, cluster, $"helmfile {session.Tools.Helmfile.Version}");
        return await new ReportMaking(plan, session).FinishAsync(
            Explain(reading, answer), reading.End == CallEnd.Interrupted, null, world.Time.GetElapsedTime(started), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A context of the scope goes before those of the files.</summary>
    private static Task EnterAsync(ChangeSteps steps, CliSession session, KnownProject project, CancellationToken cancellationToken) =>
        steps.EnterAsync(project.Releases.Select(known => session.Scope.KubeContext ?? known.KubeContext), cancellationToken);

    /// <summary>helmfile's apply compares anew, and nobody can hold it to a plan: what it found to be different is told at least.</summary>
    private void WarnOfOtherPlan(Plan plan, ChangeReading reading)
    {
        var moved = plan.Releases.Where(release => reading.Diff.Find(release.Release) is { } compared
            && compared.State is not (Diffs.ComparedState.Failed or Diffs.ComparedState.NotCompared)
            && compared.IsChange != (release.IsChange && !ReportMaking.IsLeft(release)));
        foreach (var release in moved)
            world.Log.Warning($"{release.Release}: the apply found it to be another than the plan says. Somebody changed it in between; compare anew.");
    }

    /// <summary>What failed before any release was touched is a failure of the call, and not of releases.</summary>
    private static void RequireReport(ChangeReading reading, HelmfileAnswer answer, HelmfileScope scope)
    {
        var isAnswer = reading.End is CallEnd.Interrupted or CallEnd.Crashed || (reading.End == CallEnd.Failed && !reading.Outcomes.IsEmpty);
        if (!isAnswer)
            CallFailure.ThrowIf(reading.End, answer, reading.Error, scope, reading.Outcomes);
    }

    /// <summary>The outcomes, each that is a failure with its reason.</summary>
    private static IEnumerable<ReleaseOutcome> Explain(ChangeReading reading, HelmfileAnswer answer)
    {
        var message = EndMessage.Of(reading.End, answer, reading.Error);
        return reading.Outcomes.Select(outcome => outcome with
        {
            Reason = outcome.Outcome switch
            {
                ReleaseOutcomeKind.RolledBack or ReleaseOutcomeKind.RollbackFailed => message,
                ReleaseOutcomeKind.Failed or ReleaseOutcomeKind.FailedToUninstall when reading.Error?.Release is { } blamed && blamed.IsStatedFor(outcome.Release) => message,
                ReleaseOutcomeKind.Failed or ReleaseOutcomeKind.FailedToUninstall => "It stands in helmfile's table of failures; helmfile tells the reason of the first failure only.",
                ReleaseOutcomeKind.Skipped when reading.End == CallEnd.Interrupted => "The run was interrupted before it.",
                ReleaseOutcomeKind.Skipped when reading.End == CallEnd.Crashed => "helmfile crashed before it.",
                ReleaseOutcomeKind.Skipped when reading.Error?.Release is { } failed => $"Release {failed} failed before it.",
                ReleaseOutcomeKind.Skipped => "helmfile failed before it.",
                ReleaseOutcomeKind.Interrupted => "It was interrupted.",
                ReleaseOutcomeKind.Unknown => message ?? "It was planned, and stands in none of helmfile's tables.",
                _ => null,
            },
        });
    }
}
