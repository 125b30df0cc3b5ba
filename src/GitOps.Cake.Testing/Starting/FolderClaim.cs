using System.Diagnostics.CodeAnalysis;
using System.Runtime.Versioning;
using GitOps.Cake.Testing.Binaries;
using GitOps.Cake.Testing.Processes;
using GitOps.Cake.Testing.State;

namespace GitOps.Cake.Testing.Starting;

/// <summary>A state folder that belongs to one owner: a temporary one that goes with it, or a lasting one that it has locked.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class FolderClaim : IAsyncDisposable
{
    private readonly FolderGuard? _guard;
    private readonly FolderLock? _lock;

    private FolderClaim(StateFolder folder, FolderGuard? guard, FolderLock? folderLock) =>
        (Folder, _guard, _lock) = (folder, guard, folderLock);

    public StateFolder Folder { get; }

    public bool IsTemporary => _guard is not null;

    public IReadOnlyDictionary<string, int> FormerPorts { get; private init; } = new Dictionary<string, int>();

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The claim owns its lock.")]
    public static async Task<FolderClaim> TakeAsync(LocalControlPlaneOptions options, CancellationToken cancellationToken)
    {
        if (options.Folder is null)
            return Temporary();

        var folder = StateFolder.Open(options.Folder);
        var folderLock = await FolderLock.AcquireAsync(folder, options.StopTimeout, cancellationToken).ConfigureAwait(false);
        try
        {
            var state = ControlPlaneState.Read(folder);
            if (state is not null && state.Components.Any(component => component.Process?.IsRunning() == true))
            {
                throw new LocalControlPlaneException(
                    $"""
                    A detached control plane runs in this folder.
                      @ {folder.Root}
                    Use it with LocalControlPlane.AttachOrStartDetachedAsync, or end it with LocalControlPlane.StopDetachedAsync.
                    """);
            }

            return new(folder, null, folderLock) { FormerPorts = state?.Ports() ?? new Dictionary<string, int>() };
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>Remembers the ports of a folder that stays.</summary>
    public void Record(StartedControlPlane started, LocalControlPlaneOptions options, ControlPlaneBinaries binaries)
    {
        if (IsTemporary)
            return;
        new ControlPlaneState
        {
            Version = started.Version,
            Context = options.Context,
            Binaries = binaries.Stamps(),
            ApiServerArguments = options.ApiServerArguments,
            Components = [.. started.Components.Select(part => new ComponentState(part.Name, part.Port, Process: null))],
        }.Write(Folder);
    }

    public async ValueTask DisposeAsync()
    {
        _lock?.Dispose();
        if (_guard is null)
            return;
        Directory.Delete(Folder.Root, recursive: true);
        await _guard.DisposeAsync().ConfigureAwait(false);
    }

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The claim owns its guard.")]
    private static FolderClaim Temporary()
    {
        var folder = StateFolder.CreateTemporary();
        return new(folder, new FolderGuard(folder.Root), null);
    }
}
