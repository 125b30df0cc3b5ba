using System.Runtime.Versioning;
using GitOps.Cake.Testing.State;

namespace GitOps.Cake.Testing.Processes;

/// <summary>Starts parts that end with this process.</summary>
/// <param name="folder">The state folder.</param>
/// <param name="removeFolder">Whether the folder goes when this process ends without having stopped them.</param>
/// <param name="grace">How long a part may take to end when this process is gone.</param>
[UnsupportedOSPlatform("windows")]
internal sealed class SupervisedLauncher(StateFolder folder, bool removeFolder, TimeSpan grace) : IComponentLauncher
{
    public Task<IComponentProcess> LaunchAsync(ComponentCommand command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IComponentProcess>(
            SupervisedProcess.Start(command, folder.Root, removeFolder ? folder.Root : "", grace));
    }
}
