namespace GitOps.Cake.Helmfile;

/// <summary>How a helmfile is applied to its cluster.</summary>
public sealed record HelmfileApplySettings
{
    /// <summary>What is applied to which cluster.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>Whether the plan, the ownership of its objects and a dry run by the server are all that is done.</summary>
    /// <value>By default false.</value>
    public bool DryRun { get; init; }

    /// <summary>What happens to the other releases after one failed.</summary>
    /// <value>By default <see cref="FailurePolicy.Stop"/>, as helmfile does.</value>
    public FailurePolicy OnFailure { get; init; } = FailurePolicy.Stop;

    /// <summary>How long the whole apply may take.</summary>
    /// <value>By default there is no limit; each release has its own timeout.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Where the plan is written as JSON before anything changes, relative to the workspace.</summary>
    /// <value>By default the plan is not written.</value>
    public string? PlanFile { get; init; }
}
