namespace GitOps.Cake.Helmfile;

/// <summary>How the real helmfile writes a project to start from.</summary>
public sealed record HelmfileCreateSettings
{
    /// <summary>The helmfile program.</summary>
    /// <value>By default <c>HELMFILE_BIN</c>, the project's tool folder, then the <c>PATH</c>.</value>
    public string? HelmfileBinary { get; init; }

    /// <summary>The folder of the project, relative to the workspace.</summary>
    /// <value>By default the workspace.</value>
    public string? OutputDir { get; init; }

    /// <summary>Whether files that exist are overwritten.</summary>
    public bool Force { get; init; }

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
