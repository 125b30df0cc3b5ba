using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>Charts of a helmfile on this machine.</summary>
public sealed record FetchedCharts
{
    /// <summary>One per release, in order.</summary>
    public ImmutableArray<FetchedChart> Charts { get; init => field = value.OrEmpty(); } = [];

    /// <summary>A state file whose charts are the downloaded ones, where it was asked for.</summary>
    public string? State { get; init; }
}
