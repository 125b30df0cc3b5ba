namespace GitOps.Cake.GitHub.Places.Systems;

/// <summary>Bitbucket Pipelines: its repository is seldom GitHub's, so that has to be said.</summary>
internal static class Bitbucket
{
    public static PlaceFacts? Read(CiVariables variables)
    {
        if (variables["BITBUCKET_BUILD_NUMBER"] is not { } build)
            return null;

        var (name, sha) = variables.Sha("BITBUCKET_COMMIT");
        return new()
        {
            System = "Bitbucket Pipelines",
            Sha = sha,
            HeadSha = sha,
            ShaSource = name,
            Branch = variables.BranchUnless("BITBUCKET_TAG", "BITBUCKET_BRANCH"),
            BaseBranch = variables["BITBUCKET_PR_DESTINATION_BRANCH"],

            // The number counts pull requests of Bitbucket.
            RunUrl = variables["BITBUCKET_GIT_HTTP_ORIGIN"] is { } origin ? $"{origin.TrimEnd('/')}/pipelines/results/{build}" : null,
            RunId = build,
        };
    }
}
