namespace GitOps.Cake.GitHub.Places.Systems;

/// <summary>Drone: its commit is the head.</summary>
internal static class Drone
{
    public static PlaceFacts? Read(CiVariables variables)
    {
        if (!variables.Is("DRONE"))
            return null;

        var (name, sha) = variables.Sha("DRONE_COMMIT_SHA", "DRONE_COMMIT");
        var number = variables.Number("DRONE_PULL_REQUEST");
        return new()
        {
            System = "Drone",
            Repository = variables["DRONE_REPO"],
            Host = variables.Host("DRONE_GIT_HTTP_URL"),
            Sha = sha,
            HeadSha = number is null ? null : sha,
            ShaSource = name,
            Branch = variables.BranchUnless("DRONE_TAG", "DRONE_SOURCE_BRANCH", "DRONE_BRANCH"),
            BaseBranch = number is null ? null : variables.Any("DRONE_TARGET_BRANCH", "DRONE_BRANCH"),
            PullRequest = number,
            IsPullRequest = number is not null,
            Event = variables["DRONE_BUILD_EVENT"],
            RunUrl = variables["DRONE_BUILD_LINK"],
            RunId = variables["DRONE_BUILD_NUMBER"],
            Before = variables.Sha("DRONE_COMMIT_BEFORE").Sha,
        };
    }
}
