using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Releases;

/// <summary>Releases whose charts and values are known.</summary>
/// <param name="Releases">The releases, in the order in which they were asked for.</param>
/// <param name="Warnings">What was noticed and stops nothing, each a full sentence.</param>
internal sealed record PreparedReleases(ImmutableArray<Release> Releases, ImmutableArray<string> Warnings);
