using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>Reads helm's release records: what is deployed.</summary>
public interface IReleaseRecords
{
    /// <summary>Lists the last revision of every release of a namespace, whatever its status, in one paged call.</summary>
    /// <param name="kubeContext">The context; null for the kubeconfig's current one.</param>
    /// <param name="namespace">The namespace; empty for the context's own.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The records, in no order. None where the namespace does not exist.</returns>
    /// <exception cref="GitOpsException">The cluster cannot be reached or refuses.</exception>
    Task<ImmutableArray<ReleaseRecord>> ListAsync(string? kubeContext, string @namespace, CancellationToken cancellationToken);
}
