using GitOps.Cake.Helmfile;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Policies;

/// <summary>A change of an object, with the release that it belongs to.</summary>
/// <param name="Release">The release.</param>
/// <param name="Change">The change.</param>
public sealed record PlannedChange(ReleaseId Release, ResourceChange Change);
