namespace GitOps.Cake.Locks;

/// <summary>The annotations of a Lease.</summary>
internal static class LeaseNotes
{
    public const string Scope = "gitops-cake/scope";

    /// <summary>The page of the holder's run.</summary>
    public const string RunUrl = "gitops-cake/run-url";

    /// <summary>The commit that the holder applies.</summary>
    public const string Sha = "gitops-cake/sha";

    /// <summary>The commit that was applied last.</summary>
    public const string AppliedSha = "gitops-cake/applied-sha";

    public const string AppliedAt = "gitops-cake/applied-at";

    public const string AppliedBy = "gitops-cake/applied-by";
}
