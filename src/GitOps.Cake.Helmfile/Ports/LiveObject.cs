using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>An object as a cluster holds it.</summary>
/// <param name="Resource">Which object, as it was asked for.</param>
/// <param name="Json">All of it as JSON.</param>
public sealed record LiveObject(ResourceId Resource, ReadOnlyMemory<byte> Json);
