using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>What a preparation of helm came to.</summary>
public sealed record InitReport
{
    /// <summary>What helmfile said.</summary>
    public ImmutableArray<string> Lines { get; init => field = value.OrEmpty(); } = [];
}
