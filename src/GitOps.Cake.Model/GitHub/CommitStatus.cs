namespace GitOps.Cake.GitHub;

/// <summary>A commit status as it was set.</summary>
public sealed record CommitStatus
{
    /// <summary>The repository as <c>owner/name</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>The whole SHA of the commit.</summary>
    public required string Sha { get; init; }

    /// <summary>The state.</summary>
    public required CommitState State { get; init; }

    /// <summary>The name that tells this status from others of the commit.</summary>
    public required string Context { get; init; }

    /// <summary>The state in words, as short as GitHub takes it.</summary>
    public string? Description { get; init; }

    /// <summary>Where a click on the status leads.</summary>
    public string? TargetUrl { get; init; }

    /// <summary>The number that GitHub gave it; null where nothing was sent.</summary>
    public long? Id { get; init; }
}
