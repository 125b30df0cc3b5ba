namespace GitOps.Cake.Plans;

/// <summary>A plan that is not the approved one; nothing was changed.</summary>
/// <param name="digest">The digest of the plan.</param>
/// <param name="approvedDigest">The digest that was approved; null where a partial plan made the approval void.</param>
/// <param name="message">What differs, and what to do next.</param>
public sealed class PlanNotApprovedException(string digest, string? approvedDigest, string message) : GitOpsException(message)
{
    /// <summary>The digest of the plan that was to be applied.</summary>
    public string Digest { get; } = digest;

    /// <summary>The digest that was approved; null where a partial plan made the approval void.</summary>
    public string? ApprovedDigest { get; } = approvedDigest;
}
