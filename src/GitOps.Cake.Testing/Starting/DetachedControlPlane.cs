using System.Diagnostics.CodeAnalysis;
using System.Runtime.Versioning;
using GitOps.Cake.Testing.Binaries;
using GitOps.Cake.Testing.Components;
using GitOps.Cake.Testing.Processes;
using GitOps.Cake.Testing.State;

namespace GitOps.Cake.Testing.Starting;

/// <summary>A control plane that outlives its starter. Whoever starts, judges or ends it holds the folder's lock.</summary>
[UnsupportedOSPlatform("windows")]
internal static class DetachedControlPlane
{
    /// <summary>How long a control plane whose processes all run may stay silent before it counts as sick: far longer on a crowded machine than it seems.</summary>
    private static readonly TimeSpan HealthPatience = TimeSpan.FromMinutes(1);

    public static async Task<LocalControlPlane> AttachOrStartAsync(
        string path, LocalControlPlaneOptions options, CancellationToken cancellationToken)
    {
        var binaries = BinarySearch.Find(options, Environment.GetEnvironmentVariable);
        var folder = StateFolder.Open(path);
        using var folderLock = await LockAsync(folder, options.StartTimeout, cancellationToken).ConfigureAwait(false);
        var former = ControlPlaneState.Read(folder);
        if (former is not null && former.Fits(options, binaries) && former.Components.All(component => component.Process!.IsRunning()))
        {
            var running = Open(folder, former);
            if (await IsHealthyAsync(running, cancellationToken).ConfigureAwait(false))
                return running;
            await running.DisposeAsync().ConfigureAwait(false);
        }

        await StopAsync(former, options.StopTimeout).ConfigureAwait(false);
        return await StartAsync(folder, options, binaries, former?.Ports(), cancellationToken).ConfigureAwait(false);
    }

    public static async Task<bool> StopAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(new StateFolder(Path.GetFullPath(path)).LockFile))
            return false;
        var defaults = new LocalControlPlaneOptions();
        var folder = StateFolder.Open(path);
        using var folderLock = await LockAsync(folder, defaults.StartTimeout, cancellationToken).ConfigureAwait(false);
        return await StopAsync(ControlPlaneState.Read(folder), defaults.StopTimeout).ConfigureAwait(false);
    }

    private static async Task<LocalControlPlane> StartAsync(
        StateFolder folder,
        LocalControlPlaneOptions options,
        ControlPlaneBinaries binaries,
        IReadOnlyDictionary<string, int>? formerPorts,
        CancellationToken cancellationToken)
    {
        var record = new DetachedRecord(folder, options, binaries);
        var launcher = new DetachedLauncher(folder, record);
        var starter = new ComponentStarter(launcher, folder.Log, formerPorts ?? new Dictionary<string, int>(), FreePort.Next);
        try
        {
            var start = new ControlPlaneStart(folder, isTemporary: false, options, binaries, starter);
            var started = await start.RunAsync(cancellationToken).ConfigureAwait(false);
            var running = Open(folder, record.Complete(started.Version));
            foreach (var component in started.Components)
                component.Process.Dispose();
            return running;
        }
        catch
        {
            await RunningComponent.StopAsync(starter.Launched, options.StopTimeout).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Whoever holds the lock may be starting (within its own time) after having ended a former control plane.</summary>
    private static Task<FolderLock> LockAsync(StateFolder folder, TimeSpan startTimeout, CancellationToken cancellationToken) =>
        FolderLock.AcquireAsync(folder, 2 * startTimeout, cancellationToken);

    private static async Task<bool> StopAsync(ControlPlaneState? state, TimeSpan grace)
    {
        var running = state?.Components
            .Where(component => component.Process?.IsRunning() == true)
            .GroupBy(component => component.Name == ComponentNames.Etcd)
            .OrderBy(group => group.Key)
            .Select(group => group.ToArray())
            .ToArray() ?? [];
        foreach (var group in running)
            await Task.WhenAll(group.Select(component => DetachedProcess.StopAsync(component.Process!, grace))).ConfigureAwait(false);
        return running.Length > 0;
    }

    private static async Task<bool> IsHealthyAsync(LocalControlPlane controlPlane, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await controlPlane.IsReadyAsync(cancellationToken).ConfigureAwait(false))
        {
            if (TimeProvider.System.GetElapsedTime(started) > HealthPatience)
                return false;
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The caller owns what is returned.")]
    private static LocalControlPlane Open(StateFolder folder, ControlPlaneState state)
    {
        var server = ComponentPlan.Address(state.Ports()[ComponentNames.ApiServer]);
        return new(new ControlPlaneAccess(folder, state.Context, state.Version, server), owned: null);
    }
}
