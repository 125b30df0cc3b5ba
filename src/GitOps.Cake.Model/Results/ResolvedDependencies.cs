using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>Dependencies of charts, resolved and locked.</summary>
public sealed record ResolvedDependencies
{
    /// <summary>The local charts whose dependencies were updated, absolute.</summary>
    public ImmutableArray<string> Charts { get; init => field = value.OrEmpty(); } = [];

    /// <summary>The lock files that were written, absolute.</summary>
    public ImmutableArray<string> LockFiles { get; init => field = value.OrEmpty(); } = [];
}
