namespace GitOps.Cake.GitHub;

/// <summary>A deployment as it was reported.</summary>
public sealed record DeploymentReport
{
    /// <summary>The repository as <c>owner/name</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>The commit.</summary>
    public required string Sha { get; init; }

    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>Where it stands.</summary>
    public required DeploymentState State { get; init; }

    /// <summary>The number that GitHub gave it; null where nothing was sent.</summary>
    public long? Id { get; init; }
}
