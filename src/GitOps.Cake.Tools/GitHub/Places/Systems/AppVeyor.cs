namespace GitOps.Cake.GitHub.Places.Systems;

/// <summary>AppVeyor: of a pull request its commit is a merge and its branch the base.</summary>
internal static class AppVeyor
{
    public static PlaceFacts? Read(CiVariables variables)
    {
        if (!variables.Is("APPVEYOR"))
            return null;

        var (headName, head) = variables.Sha("APPVEYOR_PULL_REQUEST_HEAD_COMMIT");
        var (name, sha) = variables.Sha("APPVEYOR_REPO_COMMIT");
        var number = variables.Number("APPVEYOR_PULL_REQUEST_NUMBER");
        var repository = variables["APPVEYOR_REPO_PROVIDER"] is null or "gitHub" ? variables["APPVEYOR_REPO_NAME"] : null;
        var build = variables["APPVEYOR_BUILD_ID"];
        return new()
        {
            System = "AppVeyor",
            Repository = repository,
            Sha = sha,
            HeadSha = head,
            ShaSource = headName ?? name,
            Branch = number is null ? variables.BranchUnless("APPVEYOR_REPO_TAG", "APPVEYOR_REPO_BRANCH") : variables["APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH"],
            BaseBranch = number is null ? null : variables["APPVEYOR_REPO_BRANCH"],
            PullRequest = number,
            IsPullRequest = number is not null,
            MayBeMerge = true,
            IsFork = number is not null && variables["APPVEYOR_PULL_REQUEST_HEAD_REPO_NAME"] is { } source && repository is not null
                ? !source.Equals(repository, StringComparison.OrdinalIgnoreCase)
                : null,
            RunUrl = build is not null && variables["APPVEYOR_URL"] is { } server
                ? $"{server.TrimEnd('/')}/project/{variables["APPVEYOR_ACCOUNT_NAME"]}/{variables["APPVEYOR_PROJECT_SLUG"]}/builds/{build}"
                : null,
            RunId = build,
        };
    }
}
