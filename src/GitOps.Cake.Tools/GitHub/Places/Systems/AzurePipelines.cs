namespace GitOps.Cake.GitHub.Places.Systems;

/// <summary>Azure Pipelines: of a pull request it builds a merge, and names the head beside it.</summary>
internal static class AzurePipelines
{
    public static PlaceFacts? Read(CiVariables variables)
    {
        if (!variables.Is("TF_BUILD"))
            return null;

        var (headName, head) = variables.Sha("SYSTEM_PULLREQUEST_SOURCECOMMITID");
        var (name, sha) = variables.Sha("BUILD_SOURCEVERSION");

        // SYSTEM_PULLREQUEST_PULLREQUESTID is a number of Azure's own.
        var number = variables.Number("SYSTEM_PULLREQUEST_PULLREQUESTNUMBER") ?? variables.PullRequestOf("BUILD_SOURCEBRANCH");
        var build = variables["BUILD_BUILDID"];
        return new()
        {
            System = "Azure Pipelines",
            Repository = variables["BUILD_REPOSITORY_PROVIDER"] is null or "GitHub" or "GitHubEnterprise" ? variables["BUILD_REPOSITORY_NAME"] : null,
            Sha = sha,
            HeadSha = head,
            ShaSource = headName ?? name,
            Branch = variables.Branch("SYSTEM_PULLREQUEST_SOURCEBRANCH", "BUILD_SOURCEBRANCH"),
            BaseBranch = variables.Branch("SYSTEM_PULLREQUEST_TARGETBRANCH"),
            PullRequest = number,
            IsPullRequest = number is not null || variables["BUILD_REASON"] == "PullRequest",
            MayBeMerge = true,
            IsFork = variables["SYSTEM_PULLREQUEST_ISFORK"] is { } fork ? fork.Equals("true", StringComparison.OrdinalIgnoreCase) : null,
            Event = variables["BUILD_REASON"],
            RunUrl = build is not null && variables["SYSTEM_COLLECTIONURI"] is { } server && variables["SYSTEM_TEAMPROJECT"] is { } project
                ? $"{server.TrimEnd('/')}/{Uri.EscapeDataString(project)}/_build/results?buildId={build}"
                : null,
            RunId = build,
            Attempt = variables.Number("SYSTEM_JOBATTEMPT"),
        };
    }
}
