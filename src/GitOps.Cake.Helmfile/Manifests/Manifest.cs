using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>The objects of a release, one per key.</summary>
/// <param name="Resources">The objects in the order of the text.</param>
/// <param name="Warnings">What was noticed and stops nothing.</param>
internal sealed record Manifest(ImmutableArray<Resource> Resources, ImmutableArray<string> Warnings)
{
    public static Manifest Empty { get; } = new([], []);
}
