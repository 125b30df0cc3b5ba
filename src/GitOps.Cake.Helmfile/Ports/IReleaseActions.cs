namespace GitOps.Cake.Helmfile.Ports;

/// <summary>Changes releases: each call is one helm process.</summary>
public interface IReleaseActions
{
    /// <summary>Installs or upgrades a release.</summary>
    /// <param name="request">What to deploy, and how.</param>
    /// <param name="cancellationToken">Interrupts helm; it is killed only after the grace period.</param>
    /// <exception cref="GitOpsException">Helm failed; the message holds its words without secrets.</exception>
    /// <exception cref="OperationCanceledException">Helm was interrupted.</exception>
    Task UpgradeAsync(UpgradeRequest request, CancellationToken cancellationToken);

    /// <summary>Uninstalls a release.</summary>
    /// <param name="request">What to uninstall, and how.</param>
    /// <param name="cancellationToken">Interrupts helm; it is killed only after the grace period.</param>
    /// <exception cref="GitOpsException">Helm failed; the message holds its words without secrets.</exception>
    /// <exception cref="OperationCanceledException">Helm was interrupted.</exception>
    Task UninstallAsync(UninstallRequest request, CancellationToken cancellationToken);
}
