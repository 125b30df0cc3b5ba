namespace GitOps.Cake.Helmfile;

/// <summary>How a helmfile is compared with its cluster.</summary>
public sealed record HelmfileDiffSettings
{
    /// <summary>What is compared with which cluster.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>Where the plan is written as JSON, relative to the workspace.</summary>
    /// <value>By default the plan is not written.</value>
    public string? PlanFile { get; init; }

    /// <summary>How long the whole comparison may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
