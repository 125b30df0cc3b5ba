using GitOps.Cake.Git;

namespace GitOps.Cake.GitHub.Places.Systems;

/// <summary>Buildkite: it builds heads. A build that somebody started by hand may only know its commit as HEAD.</summary>
internal static class Buildkite
{
    public static PlaceFacts? Read(CiVariables variables)
    {
        if (!variables.Is("BUILDKITE"))
            return null;

        var (name, sha) = variables.Sha("BUILDKITE_COMMIT");
        var number = variables.Number("BUILDKITE_PULL_REQUEST");
        var repository = variables.Address("BUILDKITE_REPO");
        return new()
        {
            System = "Buildkite",
            Repository = repository,
            Host = variables.Host("BUILDKITE_REPO"),
            Sha = sha,
            HeadSha = number is null ? null : sha,
            ShaSource = name,
            Branch = variables.BranchUnless("BUILDKITE_TAG", "BUILDKITE_BRANCH"),
            BaseBranch = number is null ? null : variables["BUILDKITE_PULL_REQUEST_BASE_BRANCH"],
            PullRequest = number,
            IsPullRequest = number is not null,
            IsFork = number is not null && variables["BUILDKITE_PULL_REQUEST_REPO"] is { } head && repository is not null
                ? !string.Equals(GitRemote.Parse(head)?.ToString(), repository, StringComparison.OrdinalIgnoreCase)
                : null,
            Event = variables["BUILDKITE_SOURCE"],
            RunUrl = variables["BUILDKITE_BUILD_URL"],
            RunId = variables["BUILDKITE_BUILD_ID"],
            Attempt = variables.Number("BUILDKITE_RETRY_COUNT") is { } again ? again + 1 : null,
        };
    }
}
