using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>What helm says of deployed releases.</summary>
public sealed record ReleaseStatuses
{
    /// <summary>One per release, in order.</summary>
    public ImmutableArray<ReleaseStatus> Releases { get; init => field = value.OrEmpty(); } = [];
}
