using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>Repositories that helm knows now.</summary>
public sealed record RepositoryList
{
    /// <summary>The repositories, in the order in which they were added.</summary>
    public ImmutableArray<ListedRepository> Repositories { get; init => field = value.OrEmpty(); } = [];
}
