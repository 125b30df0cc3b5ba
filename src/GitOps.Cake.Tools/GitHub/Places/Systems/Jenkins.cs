namespace GitOps.Cake.GitHub.Places.Systems;

/// <summary>Jenkins, with multibranch projects or the pull request builder; a strategy of merging makes commits that GitHub never sees.</summary>
internal static class Jenkins
{
    public static PlaceFacts? Read(CiVariables variables)
    {
        if (variables["JENKINS_URL"] is null)
            return null;

        var (headName, head) = variables.Sha("ghprbActualCommit");
        var (name, sha) = variables.Sha("GIT_COMMIT");
        var number = variables.Number("CHANGE_ID") ?? variables.Number("ghprbPullId");
        return new()
        {
            System = "Jenkins",
            Repository = variables["ghprbGhRepository"] ?? variables.Address("GIT_URL"),
            Host = variables["ghprbGhRepository"] is null ? variables.Host("GIT_URL") : null,
            Sha = sha,
            HeadSha = head,
            ShaSource = headName ?? name,
            Branch = variables.BranchUnless("TAG_NAME", "CHANGE_BRANCH", "ghprbSourceBranch", "BRANCH_NAME"),
            BaseBranch = variables.Any("CHANGE_TARGET", "ghprbTargetBranch"),
            PullRequest = number,
            IsPullRequest = number is not null,
            MayBeMerge = true,

            // Multibranch projects name a fork, and nothing where there is none.
            IsFork = variables["CHANGE_ID"] is null ? null : variables["CHANGE_FORK"] is not null,
            RunUrl = variables.Any("RUN_DISPLAY_URL", "BUILD_URL"),
            RunId = variables.Any("BUILD_TAG", "BUILD_ID"),
        };
    }
}
