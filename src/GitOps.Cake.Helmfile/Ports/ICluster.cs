using System.Collections.Immutable;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>What the engine asks a cluster, always without changing it.</summary>
public interface ICluster
{
    /// <summary>Connects ahead of the first question, which is then answered sooner. Nothing is kept of a failure: a question asks anew.</summary>
    /// <param name="kubeContext">The context; null for the kubeconfig's current one.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="GitOpsException">The cluster cannot be reached.</exception>
    Task ConnectAsync(string? kubeContext, CancellationToken cancellationToken);

    /// <summary>Reads the identity, the version and the served kinds; asked once per run and context.</summary>
    /// <param name="kubeContext">The context; null for the kubeconfig's current one.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="GitOpsException">The cluster cannot be reached or refuses.</exception>
    Task<ClusterCapabilities> ReadCapabilitiesAsync(string? kubeContext, CancellationToken cancellationToken);

    /// <summary>Finds which of some objects exist, and who owns them: one list of metadata per kind and namespace.</summary>
    /// <param name="kubeContext">The context; null for the kubeconfig's current one.</param>
    /// <param name="resources">The objects to look for. Kinds that the cluster does not serve are left out.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Those that exist. A namespace that does not exist holds nothing.</returns>
    /// <exception cref="GitOpsException">The cluster cannot be reached or refuses.</exception>
    Task<ImmutableArray<ExistingObject>> FindAsync(
        string? kubeContext, IReadOnlyCollection<ResourceId> resources, CancellationToken cancellationToken);

    /// <summary>Asks the server whether it would take an object, as a dry run of a server-side apply.</summary>
    /// <param name="kubeContext">The context; null for the kubeconfig's current one.</param>
    /// <param name="resource">Which object.</param>
    /// <param name="manifest">The object as JSON.</param>
    /// <param name="force">Whether conflicts with other field managers are no error.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Null where the server would take it, else why not.</returns>
    Task<string?> DryRunAsync(
        string? kubeContext, ResourceId resource, ReadOnlyMemory<byte> manifest, bool force, CancellationToken cancellationToken);
}
