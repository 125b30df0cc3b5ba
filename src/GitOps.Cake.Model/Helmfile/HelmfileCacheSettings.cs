namespace GitOps.Cake.Helmfile;

/// <summary>How the cache of remote files and charts is looked into or emptied.</summary>
public sealed record HelmfileCacheSettings
{
    /// <summary>Who is asked.</summary>
    /// <value>By default the native engine.</value>
    public HelmfileEngine Engine { get; init; }

    /// <summary>The helmfile program.</summary>
    /// <value>By default <c>HELMFILE_BIN</c>, the project's tool folder, then the <c>PATH</c>.</value>
    public string? HelmfileBinary { get; init; }

    /// <summary>Whether the cache is emptied.</summary>
    /// <value>By default false: its content is listed.</value>
    public bool Cleanup { get; init; }

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
