namespace GitOps.Cake.GitHub.Places.Systems;

/// <summary>GitHub Actions: of a pull request the variables name a merge only, so the event's file tells the head.</summary>
internal static class GitHubActions
{
    public static PlaceFacts? Read(CiVariables variables)
    {
        if (!variables.Is("GITHUB_ACTIONS"))
            return null;

        var (name, sha) = variables.Sha("GITHUB_SHA");
        var run = variables["GITHUB_RUN_ID"];
        var isPullRequest = variables["GITHUB_EVENT_NAME"] is "pull_request" or "pull_request_target" or "pull_request_review";
        return new()
        {
            System = "GitHub Actions",
            Repository = variables["GITHUB_REPOSITORY"],
            Sha = sha,
            ShaSource = name,
            Branch = variables.Branch("GITHUB_HEAD_REF", "GITHUB_REF"),
            BaseBranch = variables["GITHUB_BASE_REF"],
            PullRequest = variables.PullRequestOf("GITHUB_REF"),
            IsPullRequest = isPullRequest,
            MayBeMerge = isPullRequest,
            Event = variables["GITHUB_EVENT_NAME"],
            RunUrl = run is null ? null : $"{variables["GITHUB_SERVER_URL"] ?? "https://github.com"}/{variables["GITHUB_REPOSITORY"]}/actions/runs/{run}",
            RunId = run,
            Attempt = variables.Number("GITHUB_RUN_ATTEMPT"),
        };
    }
}
