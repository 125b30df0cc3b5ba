using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Hooks;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>
/// Applies one state file: hooks that come before anything changes, the uninstalls, last group first, then the installs and
/// upgrades, group by group, and the hooks that clean up. A group is a barrier. What cannot be tried any more is skipped, and
/// says because of what.
/// </summary>
internal sealed class FileApplier(EnginePorts ports, ApplyRules rules, OutcomeBoard board, SemaphoreSlim bound)
{
    /// <param name="helmfile">The file.</param>
    /// <param name="obstacle">What failed before it, so that it must not be tried; null where nothing did.</param>
    /// <param name="cancellationToken">Interrupts what runs, and keeps the rest from being tried.</param>
    /// <returns>What stops the files that come after it; null where nothing does.</returns>
    public async Task<string?> ApplyAsync(PreparedHelmfile helmfile, string? obstacle, CancellationToken cancellationToken)
    {
        var failure = obstacle is null
            ? await ChangeAsync(helmfile, cancellationToken).ConfigureAwait(false)
            : Skip(helmfile, obstacle);
        try
        {
            if (!cancellationToken.IsCancellationRequested)
                await helmfile.Hooks.EndAsync(failure, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The report says that the run was interrupted.
        }
        catch (GitOpsException exception)
        {
            board.Put(exception.Message);
            failure ??= exception.Message;
        }

        return rules.OnFailure == FailurePolicy.Stop ? failure : null;
    }

    private string? Skip(PreparedHelmfile helmfile, string obstacle)
    {
        foreach (var release in helmfile.Releases.Where(release => release.Planned.IsChange))
            board.Put(release, Outcomes.Skipped(release, obstacle));

        return obstacle;
    }

    /// <summary>Changes what differs.</summary>
    /// <returns>What failed first.</returns>
    private async Task<string?> ChangeAsync(PreparedHelmfile helmfile, CancellationToken cancellationToken)
    {
        // An apply that has nothing to do says no more to its releases; the other two still clean up after them.
        if (rules.Purpose.Announces && !rules.PairsHooks && !helmfile.HasChanges)
            return null;
        if (rules.Purpose.UninstallsAll)
            await CleanUpUnchangedAsync(helmfile, HookEvents.Delete, cancellationToken).ConfigureAwait(false);
        if (rules.Purpose.Announces && await PreapplyAsync(helmfile, cancellationToken).ConfigureAwait(false) is { } refusal)
            return refusal;

        // An uninstall that fails does not keep the upgrades from being tried: helmfile goes on as well, and the report names what is left.
        var uninstalls = helmfile.Groups.Reverse().Select(group => rules.Purpose.UninstallsAll ? [.. group.Reverse()] : group);
        var left = await RunAsync(uninstalls, release => release.Planned.Action == ReleaseAction.Uninstall, helmfile.Hooks, cancellationToken).ConfigureAwait(false);
        var failed = await RunAsync(helmfile.Groups, release => release.Planned.Action != ReleaseAction.Uninstall, helmfile.Hooks, cancellationToken).ConfigureAwait(false);
        if (!rules.Purpose.UninstallsAll)
            await CleanUpUnchangedAsync(helmfile, command: null, cancellationToken).ConfigureAwait(false);

        return left ?? failed;
    }

    /// <summary>Runs the preapply hooks of all releases, last group first. One that fails stops the file before it is changed.</summary>
    private async Task<string?> PreapplyAsync(PreparedHelmfile helmfile, CancellationToken cancellationToken)
    {
        foreach (var release in helmfile.Groups.Reverse().SelectMany(group => group).Where(release => !rules.PairsHooks || release.Planned.IsChange))
        {
            try
            {
                await helmfile.Hooks.RunAsync(release.Release, HookEvents.Preapply, rules.Purpose.Command, null, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return Skip(helmfile, OutcomeBoard.RunInterrupted);
            }
            catch (GitOpsException exception)
            {
                var obstacle = Skip(helmfile, $"A preapply hook of {release.Planned.Release} failed before it.");
                board.Put(release, Outcomes.Of(release, ReleaseOutcomeKind.Failed) with { Reason = exception.Message });
                return obstacle;
            }
        }

        return null;
    }

    private async Task CleanUpUnchangedAsync(PreparedHelmfile helmfile, string? command, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var release in helmfile.Releases.Where(release => !release.Planned.IsChange && !cancellationToken.IsCancellationRequested))
                await helmfile.Hooks.CleanupAsync(release.Release, command, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The report says that the run was interrupted.
        }
    }

    /// <summary>Changes releases group by group; after a failure later groups are skipped.</summary>
    /// <returns>What failed first.</returns>
    private async Task<string?> RunAsync(
        IEnumerable<ImmutableArray<PreparedRelease>> groups, Func<PreparedRelease, bool> concerns, FileHooks hooks, CancellationToken cancellationToken)
    {
        var failure = default(string);
        foreach (var group in groups)
        {
            ImmutableArray<PreparedRelease> changed = [.. group.Where(release => release.Planned.IsChange && concerns(release))];
            // Decided for the whole group before any of it runs.
            var due = changed.Select(release => (Release: release, Obstacle: ObstacleTo(release, failure, cancellationToken))).ToList();
            await Task.WhenAll(due.Select(async entry => board.Put(
                entry.Release,
                entry.Obstacle is { } obstacle
                    ? Outcomes.Skipped(entry.Release, obstacle)
                    : await ChangeAsync(entry.Release, hooks, cancellationToken).ConfigureAwait(false)))).ConfigureAwait(false);
            failure ??= board.FirstFailure(changed) is { } failed ? $"Release {failed.Release} failed before it." : null;
        }

        return failure;
    }

    private string? ObstacleTo(PreparedRelease release, string? failure, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? OutcomeBoard.RunInterrupted
        : rules.OnFailure == FailurePolicy.SkipDependents ? board.FailedNeighbour(release)
        : failure;

    private async Task<ReleaseOutcome> ChangeAsync(PreparedRelease release, FileHooks hooks, CancellationToken cancellationToken)
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
            return await new ReleaseChanger(ports, hooks, rules).ChangeAsync(release, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            bound.Release();
        }
    }
}
