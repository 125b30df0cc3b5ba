namespace GitOps.Cake.GitHub.Places.Systems;

/// <summary>TeamCity: of a pull request it may build a merge, and names its branch only where the project passes it on.</summary>
internal static class TeamCity
{
    public static PlaceFacts? Read(CiVariables variables)
    {
        if (variables["TEAMCITY_VERSION"] is null)
            return null;

        var (name, sha) = variables.Sha("BUILD_VCS_NUMBER");
        var number = variables.PullRequestOf("Git_Branch") ?? variables.PullRequestOf("TEAMCITY_BUILD_BRANCH");
        return new()
        {
            System = "TeamCity",
            Repository = variables.Address("Git_Url"),
            Host = variables.Host("Git_Url"),
            Sha = sha,
            ShaSource = name,
            Branch = variables.Branch("Git_Branch", "TEAMCITY_BUILD_BRANCH") is { } branch && !branch.StartsWith("pull/", StringComparison.Ordinal) ? branch : null,
            PullRequest = number,
            IsPullRequest = number is not null,
            MayBeMerge = true,
            RunUrl = variables["BUILD_URL"],
            RunId = variables["BUILD_NUMBER"],
        };
    }
}
