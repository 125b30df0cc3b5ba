namespace GitOps.Cake.GitHub.Places.Systems;

/// <summary>Woodpecker: its commit is the head.</summary>
internal static class Woodpecker
{
    public static PlaceFacts? Read(CiVariables variables)
    {
        if (variables["CI"] != "woodpecker" && variables["CI_SYSTEM_NAME"] != "woodpecker")
            return null;

        var (name, sha) = variables.Sha("CI_COMMIT_SHA");
        var number = variables.Number("CI_COMMIT_PULL_REQUEST");
        return new()
        {
            System = "Woodpecker",
            Repository = variables["CI_REPO"],
            Host = variables.Host("CI_REPO_CLONE_URL"),
            Sha = sha,
            HeadSha = number is null ? null : sha,
            ShaSource = name,
            Branch = variables.BranchUnless("CI_COMMIT_TAG", "CI_COMMIT_SOURCE_BRANCH", "CI_COMMIT_BRANCH"),
            BaseBranch = variables["CI_COMMIT_TARGET_BRANCH"],
            PullRequest = number,
            IsPullRequest = number is not null,
            Event = variables["CI_PIPELINE_EVENT"],
            RunUrl = variables.Any("CI_PIPELINE_URL", "CI_PIPELINE_FORGE_URL"),
            RunId = variables["CI_PIPELINE_NUMBER"],
            Before = variables.Sha("CI_PREV_COMMIT_SHA").Sha,
        };
    }
}
