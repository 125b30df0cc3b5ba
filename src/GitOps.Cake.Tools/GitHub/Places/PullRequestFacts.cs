namespace GitOps.Cake.GitHub.Places;

/// <summary>What GitHub knows of a pull request.</summary>
internal sealed record PullRequestFacts
{
    public required int Number { get; init; }

    public required string HeadSha { get; init; }

    public required string HeadBranch { get; init; }

    public required string BaseBranch { get; init; }

    /// <summary>Whether its content comes from another repository, also from one that is gone.</summary>
    public required bool IsFork { get; init; }

    public required bool IsOpen { get; init; }

    public required bool IsMerged { get; init; }

    public string? MergeSha { get; init; }
}
