namespace GitOps.Cake.Conformance.Clusters;

/// <summary>The cluster does not do what it has to between cases.</summary>
internal sealed class ClusterException(string message, Exception? cause = null) : Exception(message, cause);
