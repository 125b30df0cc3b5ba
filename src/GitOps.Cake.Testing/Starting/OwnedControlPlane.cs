using System.Diagnostics.CodeAnalysis;
using System.Runtime.Versioning;
using GitOps.Cake.Testing.Binaries;
using GitOps.Cake.Testing.Processes;

namespace GitOps.Cake.Testing.Starting;

/// <summary>A control plane that ends with its owner.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class OwnedControlPlane : IAsyncDisposable
{
    private readonly TimeSpan _grace;
    private readonly IAsyncDisposable _folder;
    private readonly IReadOnlyCollection<RunningComponent> _components;

    private OwnedControlPlane(IReadOnlyCollection<RunningComponent> components, IAsyncDisposable folder, TimeSpan grace) =>
        (_components, _folder, _grace) = (components, folder, grace);

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The caller owns what is returned.")]
    public static async Task<LocalControlPlane> StartAsync(LocalControlPlaneOptions options, CancellationToken cancellationToken)
    {
        var binaries = BinarySearch.Find(options, Environment.GetEnvironmentVariable);
        var claim = await FolderClaim.TakeAsync(options, cancellationToken).ConfigureAwait(false);
        var launcher = new SupervisedLauncher(claim.Folder, claim.IsTemporary, options.StopTimeout);
        var starter = new ComponentStarter(launcher, claim.Folder.Log, claim.FormerPorts, FreePort.Next);
        try
        {
            var start = new ControlPlaneStart(claim.Folder, claim.IsTemporary, options, binaries, starter);
            var started = await start.RunAsync(cancellationToken).ConfigureAwait(false);
            claim.Record(started, options, binaries);
            return new(
                new ControlPlaneAccess(claim.Folder, options.Context, started.Version, started.Server),
                new OwnedControlPlane(started.Components, claim, options.StopTimeout));
        }
        catch
        {
            await RunningComponent.StopAsync(starter.Launched, options.StopTimeout).ConfigureAwait(false);
            await claim.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RunningComponent.StopAsync(_components, _grace).ConfigureAwait(false);
        await _folder.DisposeAsync().ConfigureAwait(false);
    }
}
