using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Ports;

/// <summary>An object that a cluster holds, and the release that owns it by helm's labels and annotations.</summary>
/// <param name="Resource">Which object.</param>
/// <param name="ReleaseName">The owning release's name; null where none is named.</param>
/// <param name="ReleaseNamespace">The owning release's namespace; null where none is named.</param>
/// <param name="ManagedBy">The label <c>app.kubernetes.io/managed-by</c>; helm only takes objects that say <c>Helm</c>.</param>
public sealed record ExistingObject(ResourceId Resource, string? ReleaseName, string? ReleaseNamespace, string? ManagedBy);
