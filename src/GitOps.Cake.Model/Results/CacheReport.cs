using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>The cache of remote files and charts.</summary>
public sealed record CacheReport
{
    /// <summary>Its folder.</summary>
    public required string Folder { get; init; }

    /// <summary>What it holds, or held before it was emptied.</summary>
    public ImmutableArray<string> Entries { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Whether it was emptied.</summary>
    public bool Cleaned { get; init; }
}
