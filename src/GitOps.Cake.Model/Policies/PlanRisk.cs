using GitOps.Cake.Helmfile;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Policies;

/// <summary>A risky part of a plan.</summary>
/// <param name="Kind">What makes it risky.</param>
/// <param name="Release">The release.</param>
/// <param name="Resource">The object; null where the whole release is meant.</param>
public sealed record PlanRisk(RiskKind Kind, ReleaseId Release, ResourceId? Resource = null);
