using System.Collections.Immutable;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Manifests;

/// <summary>How a wanted manifest differs from the deployed one.</summary>
/// <param name="Changes">The resources that differ, by namespace, name and kind.</param>
/// <param name="Unchanged">How many are the same, objects that helm keeps included.</param>
internal sealed record ManifestDifference(ImmutableArray<ResourceChange> Changes, int Unchanged);
