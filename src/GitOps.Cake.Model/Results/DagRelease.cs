using System.Collections.Immutable;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Results;

/// <summary>A release and what it needs.</summary>
public sealed record DagRelease
{
    /// <summary>Which release.</summary>
    public required ReleaseId Release { get; init; }

    /// <summary>The releases that come before it.</summary>
    public ImmutableArray<ReleaseId> Needs { get; init => field = value.OrEmpty(); } = [];
}
