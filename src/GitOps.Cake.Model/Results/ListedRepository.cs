namespace GitOps.Cake.Results;

/// <summary>A repository or registry that helm knows.</summary>
public sealed record ListedRepository
{
    /// <summary>The name that charts are referred to with.</summary>
    public required string Name { get; init; }

    /// <summary>Its address, without credentials.</summary>
    public required string Url { get; init; }
}
