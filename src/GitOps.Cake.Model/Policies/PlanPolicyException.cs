using System.Collections.Immutable;

namespace GitOps.Cake.Policies;

/// <summary>A plan that a policy forbids; all that it has against the plan is told.</summary>
/// <param name="violations">What is against the policy.</param>
/// <param name="message">All of it in words.</param>
public sealed class PlanPolicyException(ImmutableArray<PlanViolation> violations, string message) : GitOpsException(message)
{
    /// <summary>What is against the policy.</summary>
    public ImmutableArray<PlanViolation> Violations { get; } = violations;
}
