using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>Releases that are deployed at once.</summary>
public sealed record DagGroup
{
    /// <summary>The state file that they stand in; empty where it is not known.</summary>
    public string File { get; init => field = value ?? ""; } = "";

    /// <summary>The releases.</summary>
    public ImmutableArray<DagRelease> Releases { get; init => field = value.OrEmpty(); } = [];
}
