using GitOps.Cake.Helmfile.Hooks;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Helmfile.Applying;

/// <summary>The helm calls that change a release, with the hooks right around them.</summary>
internal sealed class ReleaseSteps(EnginePorts ports, FileHooks hooks, PlanPurpose purpose)
{
    // The words of an API server that refuses to change a field of an existing object.
    private const string ForbiddenUpdate = "Forbidden: updates";

    /// <summary>Installs or upgrades.</summary>
    /// <returns>Whether the release had to be uninstalled first, because the server forbids the update and the release allows that.</returns>
    public async Task<bool> UpgradeAsync(PreparedRelease release, CancellationToken cancellationToken)
    {
        var request = new UpgradeRequest
        {
            Chart = release.Invocation ?? throw new InvalidOperationException($"Release {release.Release.Id} was not rendered."),
            Options = release.Release.Options,
        };
        try
        {
            await ports.Actions.UpgradeAsync(request, cancellationToken).ConfigureAwait(false);
            await RepairAsync(release, cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (GitOpsException exception)
            when (release.Release.ReinstallIfForbidden && exception.Message.Contains(ForbiddenUpdate, StringComparison.Ordinal))
        {
            ports.Log.Warning($"{release.Planned.Release}: the server forbids the update, so it is uninstalled and installed anew, as updateStrategy: reinstallIfForbidden allows.");
        }

        await UninstallAsync(release, wait: true, cancellationToken).ConfigureAwait(false);
        await ports.Actions.UpgradeAsync(request, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Takes away what was added by hand: an upgrade leaves it in place.</summary>
    private async Task RepairAsync(PreparedRelease release, CancellationToken cancellationToken)
    {
        foreach (var repair in release.Repairs)
        {
            ports.Log.Verbose($"{release.Planned.Release}: taking away what was added to {repair.Resource} by hand.");
            await ports.Live!.PatchAsync(release.Target.KubeContext, repair.Resource, repair.Patch, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <param name="release">What to uninstall.</param>
    /// <param name="wait">Whether it makes room for an install: then helm waits until the objects are gone, whatever the release says.</param>
    /// <param name="cancellationToken">Interrupts helm.</param>
    public async Task UninstallAsync(PreparedRelease release, bool wait, CancellationToken cancellationToken)
    {
        var uninstall = release.Release.Uninstall;
        var command = purpose.UninstallsAll ? HookEvents.Delete : HookEvents.Sync;
        await hooks.RunAsync(release.Release, HookEvents.Preuninstall, command, null, cancellationToken).ConfigureAwait(false);
        await ports.Actions.UninstallAsync(
            new()
            {
                Release = release.Target,
                Wait = wait || uninstall.Wait,
                Timeout = wait || uninstall.Wait ? uninstall.Timeout : null,
                Cascade = wait ? null : uninstall.Cascade,
                ExtraArguments = release.Release.Rendering.ExtraArguments,
            },
            cancellationToken).ConfigureAwait(false);
        await hooks.RunAsync(release.Release, HookEvents.Postuninstall, command, null, cancellationToken).ConfigureAwait(false);
    }
}
