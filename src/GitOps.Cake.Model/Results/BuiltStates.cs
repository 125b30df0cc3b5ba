using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>The state files of a helmfile, put together.</summary>
public sealed record BuiltStates
{
    /// <summary>One per file, in the order in which they are worked on.</summary>
    public ImmutableArray<BuiltState> States { get; init => field = value.OrEmpty(); } = [];
}
