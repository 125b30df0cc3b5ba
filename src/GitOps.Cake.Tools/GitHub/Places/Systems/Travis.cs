namespace GitOps.Cake.GitHub.Places.Systems;

/// <summary>Travis CI: of a pull request its commit is a merge and its branch the base.</summary>
internal static class Travis
{
    public static PlaceFacts? Read(CiVariables variables)
    {
        if (!variables.Is("TRAVIS"))
            return null;

        var (headName, head) = variables.Sha("TRAVIS_PULL_REQUEST_SHA");
        var (name, sha) = variables.Sha("TRAVIS_COMMIT");
        var number = variables.Number("TRAVIS_PULL_REQUEST");
        var repository = variables["TRAVIS_REPO_SLUG"];
        return new()
        {
            System = "Travis CI",
            Repository = repository,
            Sha = sha,
            HeadSha = head,
            ShaSource = headName ?? name,
            Branch = number is null ? variables.BranchUnless("TRAVIS_TAG", "TRAVIS_BRANCH") : variables["TRAVIS_PULL_REQUEST_BRANCH"],
            BaseBranch = number is null ? null : variables["TRAVIS_BRANCH"],
            PullRequest = number,
            IsPullRequest = number is not null,
            MayBeMerge = true,
            IsFork = number is not null && variables["TRAVIS_PULL_REQUEST_SLUG"] is { } source && repository is not null
                ? !source.Equals(repository, StringComparison.OrdinalIgnoreCase)
                : null,
            Event = variables["TRAVIS_EVENT_TYPE"],
            RunUrl = variables["TRAVIS_BUILD_WEB_URL"],
            RunId = variables["TRAVIS_BUILD_ID"],
        };
    }
}
