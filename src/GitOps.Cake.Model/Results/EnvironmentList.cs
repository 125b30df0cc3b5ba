using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>The environment of a helmfile, as each of its state files sees it.</summary>
public sealed record EnvironmentList
{
    /// <summary>One per state file, in the order in which they are worked on.</summary>
    public ImmutableArray<EnvironmentValues> Environments { get; init => field = value.OrEmpty(); } = [];
}
