using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Planning.Live;

/// <summary>A merge patch that takes away what was added to an object by hand.</summary>
internal sealed record LiveRepair(ResourceId Resource, ReadOnlyMemory<byte> Patch);
