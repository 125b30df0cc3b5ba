namespace GitOps.Cake.GitHub;

/// <summary>A commit status to set: the mark beside a commit, which a branch rule can require.</summary>
public sealed record CommitStatusSettings
{
    /// <summary>The longest context that GitHub takes, in characters.</summary>
    public const int LongestContext = 255;

    /// <summary>The longest description that GitHub takes, in characters; a longer one is cut.</summary>
    public const int LongestDescription = 140;

    /// <summary>The state.</summary>
    public required CommitState State { get; init; }

    /// <summary>The name that tells this status from others of the commit, at most <see cref="LongestContext"/> characters; its case does not count.</summary>
    public required string Context { get; init; }

    /// <summary>The state in words; cut after <see cref="LongestDescription"/> characters.</summary>
    /// <value>By default there are none.</value>
    public string? Description { get; init; }

    /// <summary>Where a click on the status leads: an absolute address of the web.</summary>
    /// <value>By default nowhere.</value>
    public string? TargetUrl { get; init; }

    /// <summary>The repository as <c>owner/name</c>.</summary>
    /// <value>By default the one that the CI system or the remote <c>origin</c> names.</value>
    public string? Repository { get; init; }

    /// <summary>The whole SHA of the commit.</summary>
    /// <value>By default the commit that the CI system builds (of a pull request its head), else the one that is checked out.</value>
    public string? Sha { get; init; }
}
