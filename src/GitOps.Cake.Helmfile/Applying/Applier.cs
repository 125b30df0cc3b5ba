using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>
/// Carries out a plan: per state file first the uninstalls, last group first, then the installs and upgrades, group by
/// group. What cannot be tried any more is skipped, and says because of what.
/// </summary>
internal sealed class Applier(EnginePorts ports, FailurePolicy policy, int? concurrency)
{
    public async Task<ApplyReport> ApplyAsync(PreparedPlan plan, CancellationToken cancellationToken)
    {
        var started = ports.Time.GetTimestamp();
        var outcomes = new OutcomeBoard(policy);
        using var bound = new SemaphoreSlim(HelmBound.ForChanges(concurrency));
        var changer = new ReleaseChanger(ports);
        foreach (var helmfile in plan.Helmfiles)
        {
            foreach (var group in helmfile.Groups.Reverse())
                await RunAsync(group, ReleaseAction.Uninstall, changer, outcomes, bound, cancellationToken).ConfigureAwait(false);

            foreach (var group in helmfile.Groups)
                await RunAsync(group, null, changer, outcomes, bound, cancellationToken).ConfigureAwait(false);
        }

        return new()
        {
            Plan = plan.Plan,
            Releases = [.. plan.Releases.Select(release => outcomes.Of(release))],
            Interrupted = cancellationToken.IsCancellationRequested,
            Duration = ports.Time.GetElapsedTime(started),
        };
    }

    /// <summary>Runs the releases of a group: the uninstalls, or all the others.</summary>
    private static async Task RunAsync(
        ImmutableArray<PreparedRelease> group,
        ReleaseAction? only,
        ReleaseChanger changer,
        OutcomeBoard outcomes,
        SemaphoreSlim bound,
        CancellationToken cancellationToken)
    {
        var releases = group.Where(release => (release.Planned.Action == ReleaseAction.Uninstall) == (only == ReleaseAction.Uninstall));
        // Decided for the whole group before any of it runs: a group is a barrier.
        var due = releases.Select(release => (Release: release, Obstacle: outcomes.ObstacleTo(release, cancellationToken))).ToList();
        await Task.WhenAll(due.Select(async entry =>
        {
            var (release, obstacle) = entry;
            var outcome = !release.Planned.IsChange ? Outcomes.Unchanged(release)
                : obstacle is not null ? Outcomes.Skipped(release, obstacle)
                : await ChangeAsync(release, changer, bound, cancellationToken).ConfigureAwait(false);
            outcomes.Put(release, outcome);
        })).ConfigureAwait(false);
    }

    private static async Task<ReleaseOutcome> ChangeAsync(
        PreparedRelease release, ReleaseChanger changer, SemaphoreSlim bound, CancellationToken cancellationToken)
    {
        try
        {
            await bound.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Outcomes.Skipped(release, OutcomeBoard.RunInterrupted);
        }

        try
        {
            return await changer.ChangeAsync(release, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            bound.Release();
        }
    }
}
