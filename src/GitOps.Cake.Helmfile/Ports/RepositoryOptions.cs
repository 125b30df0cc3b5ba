using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>How a repository is added.</summary>
public sealed record RepositoryOptions
{
    /// <summary>Whether one that helm knows under the same name is replaced.</summary>
    /// <value>True by default, as in helmfile.</value>
    public bool ForceUpdate { get; init; } = true;

    /// <summary>How often it is tried again after a failure.</summary>
    public int Retries { get; init; }

    /// <summary>Words that are added to the call.</summary>
    public ImmutableArray<string> ExtraArguments { get; init; } = [];
}
