namespace GitOps.Cake.Plans;

/// <summary>
/// Holds an apply to the plan that was looked at. The plan is made anew; where it is not the approved one nothing may be changed, and
/// what differs is told.
/// </summary>
public static class ApprovalCheck
{
    private const int DigestLength = 64;

    /// <summary>Checks a plan against the one that was approved.</summary>
    /// <param name="plan">The plan that is to be applied.</param>
    /// <param name="approved">The plan that was approved.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="PlanNotApprovedException">The two are not the same, or one of them is partial.</exception>
    public static void Check(Plan plan, Plan approved)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(approved);
        NotPartial(approved, "The approved plan");
        NotPartial(plan, "The plan");
        if (plan.Digest != approved.Digest)
        {
            throw new PlanNotApprovedException(
                plan.Digest,
                approved.Digest,
                $"The plan is not the approved one, so nothing was changed. It differs from what was approved:\n"
                + string.Join('\n', PlanDifference.Lines(approved, plan).Select(line => $"  {line}"))
                + $"\nApproved is {approved.Digest}, this plan is {plan.Digest}. Look at the new plan and approve it, or bring back what was approved.");
        }
    }

    /// <summary>Checks a plan against the digest that was approved.</summary>
    /// <param name="plan">The plan that is to be applied.</param>
    /// <param name="digest">The digest of the plan that was approved, 64 hexadecimal digits.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidSettingsException">The text is no digest.</exception>
    /// <exception cref="PlanNotApprovedException">The plan has another digest, or is partial.</exception>
    public static void Check(Plan plan, string digest)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(digest);
        var accepted = digest.Trim();
        if (accepted.Length != DigestLength || !accepted.All(char.IsAsciiHexDigit))
        {
            throw new InvalidSettingsException($"'{digest}' is no digest of a plan: that has {DigestLength} hexadecimal digits, as at the end of every plan.");
        }

        NotPartial(plan, "The plan");
        if (!string.Equals(plan.Digest, accepted, StringComparison.OrdinalIgnoreCase))
        {
            throw new PlanNotApprovedException(
                plan.Digest,
                accepted,
                $"The plan has the digest {plan.Digest}, and {accepted} was accepted, so nothing was changed. "
                + "Look at the plan above and accept its digest, or give the approved plan itself to see what differs (--approved=FILE).");
        }
    }

    private static void NotPartial(Plan plan, string what)
    {
        if (plan.IsPartial)
        {
            var names = plan.Releases.Where(release => !release.IsCompared).Select(release => release.Release);
            throw new PlanNotApprovedException(
                plan.Digest,
                null,
                $"{what} is partial, and nobody can approve what was not compared: {string.Join(", ", names)}. Nothing was changed. Correct what stops the comparison, and plan anew.");
        }
    }
}
