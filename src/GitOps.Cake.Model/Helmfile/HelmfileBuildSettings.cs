namespace GitOps.Cake.Helmfile;

/// <summary>How the state files of a helmfile are put together.</summary>
public sealed record HelmfileBuildSettings
{
    /// <summary>What is built.</summary>
    public required HelmfileScope Scope { get; init; }

    /// <summary>Whether the content of values files stands in the result; that of secret files, too.</summary>
    public bool EmbedValues { get; init; }

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
