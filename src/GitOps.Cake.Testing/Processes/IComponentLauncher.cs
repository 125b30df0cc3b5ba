namespace GitOps.Cake.Testing.Processes;

/// <summary>How the parts of a control plane are started: bound to this process, or outliving it.</summary>
internal interface IComponentLauncher
{
    Task<IComponentProcess> LaunchAsync(ComponentCommand command, CancellationToken cancellationToken);
}
