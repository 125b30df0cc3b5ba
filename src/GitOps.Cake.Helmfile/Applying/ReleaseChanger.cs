using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Hooks;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Plans;
using GitOps.Cake.Reports;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>Changes one release as planned, with the hooks around it, and finds out in which state a failure left it.</summary>
internal sealed class ReleaseChanger(EnginePorts ports, FileHooks hooks, ApplyRules rules)
{
    private static readonly ImmutableArray<string> Last = [HookEvents.Cleanup];
    private static readonly ImmutableArray<string> AfterChange = [HookEvents.Postsync, HookEvents.Cleanup];

    public async Task<ReleaseOutcome> ChangeAsync(PreparedRelease release, CancellationToken cancellationToken)
    {
        var started = ports.Time.GetTimestamp();
        ports.Log.Information($"{Verb(release)} {release.Planned.Release} …");
        var outcome = await TryAsync(release, started, cancellationToken).ConfigureAwait(false);

        // A destroy has no sync that hooks could follow.
        if (!cancellationToken.IsCancellationRequested && (!rules.Purpose.UninstallsAll || rules.PairsHooks))
            outcome = await FollowAsync(release, outcome, cancellationToken).ConfigureAwait(false);

        return outcome with { Duration = ports.Time.GetElapsedTime(started) };
    }

    private static string Verb(PreparedRelease release) => release.Planned.Action switch
    {
        ReleaseAction.Uninstall => "Uninstalling",
        ReleaseAction.Install => "Installing",
        _ => "Upgrading",
    };

    private async Task<ReleaseOutcome> TryAsync(PreparedRelease release, long started, CancellationToken cancellationToken)
    {
        var touched = false;
        try
        {
            if (!rules.Purpose.UninstallsAll)
                await RunHooksAsync(release, HookEvents.Presync, null, cancellationToken).ConfigureAwait(false);

            touched = true;
            var steps = new ReleaseSteps(ports, hooks, rules.Purpose);
            var reinstalled = false;
            if (release.Planned.Action == ReleaseAction.Uninstall)
                await steps.UninstallAsync(release, wait: false, cancellationToken).ConfigureAwait(false);
            else
                reinstalled = await steps.UpgradeAsync(release, cancellationToken).ConfigureAwait(false);

            return Outcomes.Done(release, reinstalled, ports.Time.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await new LeftState(ports).OfAsync(release, null).ConfigureAwait(false);
        }
        catch (GitOpsException exception)
        {
            return touched
                ? await new LeftState(ports).OfAsync(release, exception).ConfigureAwait(false)
                : Outcomes.Untouched(release, exception.Message);
        }
    }

    /// <summary>
    /// Runs what follows a change, whatever came of it. A hook that fails then makes a failure of an upgrade; of an uninstall
    /// nothing is left that could be wrong, so there it is a warning.
    /// </summary>
    private async Task<ReleaseOutcome> FollowAsync(PreparedRelease release, ReleaseOutcome outcome, CancellationToken cancellationToken)
    {
        foreach (var happened in rules.Purpose.UninstallsAll ? Last : AfterChange)
        {
            try
            {
                var error = happened == HookEvents.Postsync && outcome.IsFailure ? outcome.Reason : null;
                await RunHooksAsync(release, happened, error, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return outcome.IsFailure ? outcome : Outcomes.HookFailed(outcome, $"It was interrupted in a {happened} hook.", ReleaseOutcomeKind.Interrupted);
            }
            catch (GitOpsException exception) when (outcome.IsFailure || release.Planned.Action == ReleaseAction.Uninstall)
            {
                ports.Log.Warning(exception.Message);
            }
            catch (GitOpsException exception)
            {
                outcome = Outcomes.HookFailed(outcome, exception.Message, ReleaseOutcomeKind.Failed);
            }
        }

        return outcome;
    }

    private Task RunHooksAsync(PreparedRelease release, string happened, string? error, CancellationToken cancellationToken) =>
        hooks.RunAsync(release.Release, happened, rules.Purpose.UninstallsAll ? HookEvents.Delete : HookEvents.Sync, error, cancellationToken);
}
