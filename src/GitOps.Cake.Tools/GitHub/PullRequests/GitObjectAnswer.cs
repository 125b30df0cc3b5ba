namespace GitOps.Cake.GitHub.PullRequests;

/// <summary>What is read of git's objects and of the repository as GitHub sends them.</summary>
internal sealed class GitObjectAnswer
{
    public string Sha { get; set; } = "";

    public string? DefaultBranch { get; set; }

    public GitObjectAnswer? Tree { get; set; }

    public List<GitObjectAnswer>? Parents { get; set; }

    public GitObjectAnswer? Object { get; set; }
}
