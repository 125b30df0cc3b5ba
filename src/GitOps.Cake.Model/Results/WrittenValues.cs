using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>The values of releases, written to files.</summary>
public sealed record WrittenValues
{
    /// <summary>One per release, in order.</summary>
    public ImmutableArray<WrittenFile> Files { get; init => field = value.OrEmpty(); } = [];
}
