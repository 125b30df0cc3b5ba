namespace GitOps.Cake.Helmfile;

/// <summary>How the releases of a helmfile are listed.</summary>
public sealed record HelmfileListSettings
{
    /// <summary>What is listed.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>Whether charts are not prepared; the hooks of the file that would run around it are not run either.</summary>
    public bool SkipCharts { get; init; }

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
