using System.Collections.Immutable;

namespace GitOps.Cake.Results;

/// <summary>The releases of a helmfile, as its state files want them; the cluster plays no part.</summary>
public sealed record ReleaseList
{
    /// <summary>The releases, by namespace and name.</summary>
    public ImmutableArray<ListedRelease> Releases { get; init => field = value.OrEmpty(); } = [];
}
