using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>The order in which releases are deployed.</summary>
public sealed record ReleaseDag
{
    /// <summary>Groups that come one after another; the releases of one are deployed at once. Those of a file follow on those of another.</summary>
    public ImmutableArray<DagGroup> Groups { get; init => field = value.OrEmpty(); } = [];
}
