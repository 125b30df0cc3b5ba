using System.Collections.Immutable;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>The objects in a cluster, for comparisons with what is really there.</summary>
public interface ILiveObjects
{
    /// <summary>Reads objects: one list per kind and namespace, or one by its name where only one is wanted.</summary>
    /// <param name="kubeContext">The context; null for the kubeconfig's current one.</param>
    /// <param name="resources">The objects to look for. Kinds that the cluster does not serve are left out.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>Those that exist.</returns>
    /// <exception cref="GitOpsException">The cluster cannot be reached or refuses.</exception>
    Task<ImmutableArray<LiveObject>> ReadAsync(
        string? kubeContext, IReadOnlyCollection<ResourceId> resources, CancellationToken cancellationToken);

    /// <summary>Asks the server what an object would be after a server-side apply. Nothing is changed.</summary>
    /// <param name="kubeContext">The context; null for the kubeconfig's current one.</param>
    /// <param name="resource">Which object.</param>
    /// <param name="manifest">What is applied, as JSON.</param>
    /// <param name="force">Whether fields of other managers are taken over.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="GitOpsException">The cluster cannot be reached or refuses.</exception>
    Task<DryRunAnswer> TryAsync(
        string? kubeContext, ResourceId resource, ReadOnlyMemory<byte> manifest, bool force, CancellationToken cancellationToken);

    /// <summary>Changes an object by a merge patch. This does change the cluster.</summary>
    /// <param name="kubeContext">The context; null for the kubeconfig's current one.</param>
    /// <param name="resource">Which object.</param>
    /// <param name="patch">The patch as JSON; null takes a field away.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="GitOpsException">The cluster cannot be reached or refuses.</exception>
    Task PatchAsync(string? kubeContext, ResourceId resource, ReadOnlyMemory<byte> patch, CancellationToken cancellationToken);
}
