using System.Runtime.Versioning;
using GitOps.Cake.Testing.State;

namespace GitOps.Cake.Testing.Processes;

/// <summary>Starts parts that outlive this process; each is on record before it runs.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class DetachedLauncher(StateFolder folder, DetachedRecord record) : IComponentLauncher
{
    public async Task<IComponentProcess> LaunchAsync(ComponentCommand command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var process = DetachedProcess.Prepare(command, folder.Root);
        record.Add(command.Name, command.Port, process.Identity);
        await process.ReleaseAsync().ConfigureAwait(false);
        return process;
    }
}
