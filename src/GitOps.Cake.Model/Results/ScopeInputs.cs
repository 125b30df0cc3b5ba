using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>What the content of a scope is made of: whoever changes none of it changes nothing of the scope.</summary>
public sealed record ScopeInputs
{
    /// <summary>Files and folders that were read or looked for, also where nothing is there; absolute. A folder stands for all that is in it.</summary>
    public ImmutableArray<string> Paths { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Patterns that were looked for, absolute: <c>*</c>, <c>?</c> and <c>[a-z]</c> within a name, <c>**</c> for any folders.</summary>
    public ImmutableArray<string> Patterns { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Why there may be more that nobody knows of, each a full sentence; a scope with one counts as changed by everything.</summary>
    public ImmutableArray<string> Doubts { get; init => field = value.OrEmpty(); } = [];
}
