namespace GitOps.Cake.GitHub;

/// <summary>A pull request of the run's own as it stands.</summary>
public sealed record OpenedPullRequest
{
    /// <summary>The repository as <c>owner/name</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>Its branch.</summary>
    public required string Branch { get; init; }

    /// <summary>Its number; null where there is none.</summary>
    public int? Number { get; init; }

    /// <summary>Its page; null where there is none.</summary>
    public string? Url { get; init; }

    /// <summary>Whether it is open.</summary>
    public bool IsOpen { get; init; }
}
