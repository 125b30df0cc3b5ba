using System.Collections.Immutable;

namespace GitOps.Cake.Policies;

/// <summary>What a policy has to say about a plan.</summary>
/// <param name="PlanDigest">The digest of the plan.</param>
/// <param name="Violations">What is against the policy; empty where nothing is.</param>
public sealed record PolicyReport(string PlanDigest, ImmutableArray<PlanViolation> Violations);
