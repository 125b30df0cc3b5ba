using System.Collections.Immutable;
using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile.Releases;

/// <summary>Releases whose charts and values are known.</summary>
/// <param name="Releases">The releases, in the order in which they were asked for.</param>
/// <param name="Warnings">What was noticed and stops nothing, each a full sentence.</param>
internal sealed record PreparedReleases(ImmutableArray<Release> Releases, ImmutableArray<string> Warnings)
{
    /// <summary>Why some cannot be deployed: every problem of all of them.</summary>
    public StateFileException? Failure { get; init; }

    /// <summary>The releases that cannot be deployed; none although there is a failure where it is one of their file.</summary>
    public ImmutableHashSet<ReleaseId> Failed { get; init; } = [];

    /// <exception cref="StateFileException">Some cannot be deployed.</exception>
    public PreparedReleases OrThrow() => Failure is null ? this : throw Failure;
}
