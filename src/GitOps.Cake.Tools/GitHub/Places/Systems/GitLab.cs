namespace GitOps.Cake.GitHub.Places.Systems;

/// <summary>GitLab CI with a repository of GitHub connected to it.</summary>
internal static class GitLab
{
    public static PlaceFacts? Read(CiVariables variables)
    {
        if (!variables.Is("GITLAB_CI"))
            return null;

        var (headName, head) = variables.Sha("CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA", "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA");
        var (name, sha) = variables.Sha("CI_COMMIT_SHA");
        var target = variables["CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY"];
        var number = variables.Number("CI_EXTERNAL_PULL_REQUEST_IID");
        var isPullRequest = number is not null || variables["CI_MERGE_REQUEST_IID"] is not null;
        return new()
        {
            System = "GitLab CI",
            Repository = target,
            Sha = sha,
            HeadSha = head,
            ShaSource = headName ?? name,
            Branch = variables.Any("CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME") ?? variables.BranchUnless("CI_COMMIT_TAG", "CI_COMMIT_REF_NAME"),
            BaseBranch = variables.Any("CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"),
            PullRequest = number,
            IsPullRequest = isPullRequest,

            // Of a merge request's plain pipeline the commit is its head; of one on the merged result it is not, and the head is named then.
            MayBeMerge = variables["CI_MERGE_REQUEST_EVENT_TYPE"] is "merged_result" or "merge_train",
            IsFork = variables["CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY"] is { } source && target is not null
                ? !source.Equals(target, StringComparison.OrdinalIgnoreCase)
                : IsForkOnGitLab(variables),
            Event = variables["CI_PIPELINE_SOURCE"],
            RunUrl = variables.Any("CI_PIPELINE_URL", "CI_JOB_URL"),
            RunId = variables["CI_PIPELINE_ID"],
            Before = isPullRequest ? null : variables.Sha("CI_COMMIT_BEFORE_SHA").Sha,
        };
    }

    // A merge request of a fork may be run in the project that it is made to, with that one's variables.
    private static bool? IsForkOnGitLab(CiVariables variables) =>
        variables["CI_MERGE_REQUEST_SOURCE_PROJECT_ID"] is { } own && variables["CI_MERGE_REQUEST_PROJECT_ID"] is { } other ? own != other : null;
}
