namespace GitOps.Cake.Helmfile;

/// <summary>How versions are asked.</summary>
public sealed record HelmfileVersionSettings
{
    /// <summary>Who is asked.</summary>
    /// <value>By default the native engine.</value>
    public HelmfileEngine Engine { get; init; }

    /// <summary>The helmfile program.</summary>
    /// <value>By default <c>HELMFILE_BIN</c>, the project's tool folder, then the <c>PATH</c>.</value>
    public string? HelmfileBinary { get; init; }

    /// <summary>The helm program, 3.x or 4.x.</summary>
    /// <value>By default <c>HELM_BIN</c>, the project's tool folder, then the <c>PATH</c>.</value>
    public string? HelmBinary { get; init; }

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
