namespace GitOps.Cake.Helmfile;

/// <summary>How the real helmfile checks helm and installs its plugins. The native engine needs none of them.</summary>
public sealed record HelmfileInitSettings
{
    /// <summary>The helmfile program.</summary>
    /// <value>By default <c>HELMFILE_BIN</c>, the project's tool folder, then the <c>PATH</c>.</value>
    public string? HelmfileBinary { get; init; }

    /// <summary>The helm program, 3.x or 4.x.</summary>
    /// <value>By default <c>HELM_BIN</c>, the project's tool folder, then the <c>PATH</c>.</value>
    public string? HelmBinary { get; init; }

    /// <summary>Whether missing plugins are installed without asking.</summary>
    /// <value>By default true: a build has nobody to ask.</value>
    public bool Force { get; init; } = true;

    /// <summary>Whether plugins that cannot be verified are refused.</summary>
    public bool EnforcePluginVerification { get; init; }

    /// <summary>How long the whole call may take.</summary>
    /// <value>By default there is no limit.</value>
    public TimeSpan? Timeout { get; init; }
}
