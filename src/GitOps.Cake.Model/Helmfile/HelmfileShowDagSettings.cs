namespace GitOps.Cake.Helmfile;

/// <summary>How the order of releases is told.</summary>
public sealed record HelmfileShowDagSettings
{
    /// <summary>What is read.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
