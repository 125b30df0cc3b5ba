namespace GitOps.Cake.GitHub;

/// <summary>A comment on a pull request as it was made or edited.</summary>
public sealed record PullRequestComment
{
    /// <summary>The repository as <c>owner/name</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>The pull request; null where the commit belongs to none.</summary>
    public int? PullRequest { get; init; }

    /// <summary>The Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>The number that GitHub gave it; null where nothing was sent.</summary>
    public long? Id { get; init; }

    /// <summary>Its page; null where nothing was sent.</summary>
    public string? Url { get; init; }
}
