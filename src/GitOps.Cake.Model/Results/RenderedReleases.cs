using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>The manifests of a helmfile.</summary>
public sealed record RenderedReleases
{
    /// <summary>One per release, in the order in which they are deployed.</summary>
    public ImmutableArray<RenderedRelease> Releases { get; init => field = value.OrEmpty(); } = [];
}
