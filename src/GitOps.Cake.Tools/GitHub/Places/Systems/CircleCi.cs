namespace GitOps.Cake.GitHub.Places.Systems;

/// <summary>CircleCI: it builds branches, so its commit is the head.</summary>
internal static class CircleCi
{
    public static PlaceFacts? Read(CiVariables variables)
    {
        if (!variables.Is("CIRCLECI"))
            return null;

        var (name, sha) = variables.Sha("CIRCLE_SHA1");
        var number = variables.Number("CIRCLE_PR_NUMBER") ?? variables.PullRequestOf("CIRCLE_PULL_REQUEST");
        return new()
        {
            System = "CircleCI",
            Repository = variables["CIRCLE_PROJECT_USERNAME"] is { } owner && variables["CIRCLE_PROJECT_REPONAME"] is { } own ? $"{owner}/{own}" : null,
            Host = variables.Host("CIRCLE_REPOSITORY_URL"),
            Sha = sha,
            HeadSha = number is null ? null : sha,
            ShaSource = name,
            Branch = variables.BranchUnless("CIRCLE_TAG", "CIRCLE_BRANCH") is { } branch && !branch.StartsWith("pull/", StringComparison.Ordinal) ? branch : null,
            PullRequest = number,
            IsPullRequest = number is not null,

            // Named for pull requests of forks alone.
            IsFork = number is null ? null : variables["CIRCLE_PR_REPONAME"] is not null,
            RunUrl = variables["CIRCLE_BUILD_URL"],
            RunId = variables.Any("CIRCLE_WORKFLOW_ID", "CIRCLE_BUILD_NUM"),
        };
    }
}
