namespace GitOps.Cake.GitHub.Approvals;

/// <summary>A plan that was shown on a pull request which was merged.</summary>
/// <param name="Digest">Its digest.</param>
/// <param name="PullRequest">The pull request.</param>
/// <param name="Sha">The head that was merged.</param>
internal sealed record ApprovedPlan(string Digest, int PullRequest, string Sha);
