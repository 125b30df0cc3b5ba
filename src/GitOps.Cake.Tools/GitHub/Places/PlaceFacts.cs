namespace GitOps.Cake.GitHub.Places;

/// <summary>What one source tells about a run. What it does not tell is null.</summary>
internal sealed record PlaceFacts
{
    /// <summary>The CI system.</summary>
    public required string System { get; init; }

    /// <summary>The repository as <c>owner/name</c>.</summary>
    public string? Repository { get; init; }

    /// <summary>The server that the repository is on, where its address tells; it need not be GitHub's.</summary>
    public string? Host { get; init; }

    /// <summary>The commit that is checked out; of a pull request it may be a merge that only the CI system knows.</summary>
    public string? Sha { get; init; }

    /// <summary>The head of the pull request.</summary>
    public string? HeadSha { get; init; }

    /// <summary>What <see cref="Sha"/> or <see cref="HeadSha"/> was read from, in words.</summary>
    public string? ShaSource { get; init; }

    public string? Branch { get; init; }

    public string? BaseBranch { get; init; }

    public int? PullRequest { get; init; }

    /// <summary>Whether the run is about a pull request although its number may not be known.</summary>
    public bool IsPullRequest { get; init; }

    public bool? IsFork { get; init; }

    /// <summary>Whether the pull request was merged, which is what the run is for.</summary>
    public bool IsMerged { get; init; }

    /// <summary>Who owns the fork that the branch is in.</summary>
    public string? ForkOwner { get; init; }

    public string? Event { get; init; }

    public string? RunUrl { get; init; }

    public string? RunId { get; init; }

    public int? Attempt { get; init; }

    public string? Before { get; init; }

    /// <summary>Whether <see cref="Sha"/> of a pull request may be a merge, so that it is not the commit to report on.</summary>
    public bool MayBeMerge { get; init; }
}
