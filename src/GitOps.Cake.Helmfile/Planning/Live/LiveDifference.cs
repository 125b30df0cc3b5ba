using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Planning.Live;

/// <summary>How the objects of a release differ from what its manifest wants them to be.</summary>
/// <param name="Changes">The objects that differ.</param>
/// <param name="Before">The live objects, as far as the release answers for them.</param>
internal sealed record LiveDifference(ImmutableArray<ResourceChange> Changes, Manifest Before)
{
    /// <summary>What takes away fields that were added by hand, and that an upgrade leaves in place.</summary>
    public ImmutableArray<LiveRepair> Repairs { get; init; } = [];

    /// <summary>Whether a server-side apply would meet fields of other managers.</summary>
    public bool HasConflicts { get; init; }

    /// <summary>Who changed the objects, and which conflicts an upgrade would meet; null where nothing is known.</summary>
    public string? Words { get; init; }
}
