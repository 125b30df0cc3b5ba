using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>A project to start from.</summary>
public sealed record CreatedProject
{
    /// <summary>Its folder.</summary>
    public required string Folder { get; init; }

    /// <summary>What helmfile said.</summary>
    public ImmutableArray<string> Lines { get; init => field = value.OrEmpty(); } = [];
}
