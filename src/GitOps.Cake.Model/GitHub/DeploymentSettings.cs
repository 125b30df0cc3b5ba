namespace GitOps.Cake.GitHub;

/// <summary>A deployment to report: what was brought to which environment.</summary>
public sealed record DeploymentSettings
{
    /// <summary>The environment, as in <c>staging</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>Where it stands.</summary>
    public required DeploymentState State { get; init; }

    /// <summary>The state in words; cut after 140 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Where what was deployed can be seen.</summary>
    public string? EnvironmentUrl { get; init; }

    /// <summary>Whether people use it.</summary>
    /// <value>By default GitHub decides: where the environment is called <c>production</c>.</value>
    public bool? IsProduction { get; init; }
}
